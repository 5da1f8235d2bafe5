import type { Terminal } from '@xterm/xterm';
import type { ClipboardKind } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalHost } from '../terminal-host.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { copiedText, linesAsLetters } from './copied-text.ts';
import { richText } from './rich-text.ts';
import { styledLines } from './styled-lines.ts';

export interface Copying extends Required<TerminalPart> {
  /** Copies what is selected, if anything is. */
  readonly copyTo: (to: ClipboardKind) => void;
}

/** Copies the selection, as text and, where the profile says so, with its looks. */
export function createCopying(
  terminal: Terminal,
  writeClipboard: TerminalHost['writeClipboard'],
  profile: Profile,
): Copying {
  let settings = profile;
  const setWords = () => {
    terminal.options.wordSeparator = ` ${settings.wordSeparators}`;
  };
  setWords();
  return {
    copyTo: (to) => {
      if (!terminal.hasSelection()) return;
      const text = copiedText(terminal);
      const shown = settings.copyLinesAsLetters ? linesAsLetters(text) : text;
      if (settings.copyRich && to === 'clipboard') {
        writeClipboard(to, shown, richText(styledLines(terminal, text), settings.fontFamily));
      } else writeClipboard(to, shown);
    },
    apply: (next) => {
      settings = next;
      setWords();
    },
    dispose: () => undefined,
  };
}
