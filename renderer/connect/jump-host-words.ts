import { t } from '#contract/language/language.ts';
import type { Prompt } from '#contract/session/prompt.ts';

/** Which jump host asks, to follow the name of the host; empty where none does. */
export function jumpHostWords({ jumpHost }: Prompt): string {
  if (jumpHost === undefined) return '';
  const { number, of } = jumpHost;
  return of === 1 ? t(' (jump host)') : t(' (jump host {number} of {of})', { number, of });
}
