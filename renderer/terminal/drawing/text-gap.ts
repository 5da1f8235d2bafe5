import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';

/** Keeps PuTTY's "Gap between text and window edge"; terminal.css says where. */
export function keepGap(element: HTMLElement, profile: Profile): TerminalPart {
  const apply = ({ windowGap }: Profile) => element.style.setProperty('--text-gap', `${windowGap}px`);
  apply(profile);
  return { apply, dispose: () => undefined };
}
