import type { IDisposable, Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';

/** PuTTY's "Reset scrollback on display activity": what is printed shows the end of the output again. */
export function resetOnDisplay(terminal: Terminal, profile: Profile): TerminalPart {
  let bound: IDisposable | null = null;
  const apply = ({ scrollOnDisplay }: Profile) => {
    bound?.dispose();
    bound = scrollOnDisplay ? terminal.onWriteParsed(() => terminal.scrollToBottom()) : null;
  };
  apply(profile);
  return { apply, dispose: () => bound?.dispose() };
}
