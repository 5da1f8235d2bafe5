import type { Prompt } from '#contract/prompt.ts';

/** Which jump host asks, to follow the name of the host; empty where none does. */
export function jumpHostWords({ jumpHost }: Prompt): string {
  if (jumpHost === undefined) return '';
  return jumpHost.of === 1 ? ' (jump host)' : ` (jump host ${jumpHost.number} of ${jumpHost.of})`;
}
