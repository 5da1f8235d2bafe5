import type { Terminal } from '@xterm/xterm';
import type { UserInput } from '#contract/channels/broadcast-channels.ts';
import { coreOf } from '../emulation/core.ts';

/** Tells what a user types from what a terminal answers by itself. */
export interface UserInputWatch {
  /** Whether this data, which the terminal has just given, is of keys or of an input method; not of the mouse. */
  readonly isTyped: (data: string) => boolean;
  readonly dispose: () => void;
}

export function watchUserInput(terminal: Terminal): UserInputWatch {
  let isUsers = false;
  // It comes just before the data.
  const watch = coreOf(terminal).coreService.onUserInput(() => {
    isUsers = true;
  });
  return {
    isTyped: (data) => {
      const isTyped = isUsers && !mouseReport.test(data);
      isUsers = false;
      return isTyped;
    },
    dispose: () => watch.dispose(),
  };
}

/** What another terminal is given of it: cursor keys and pastes as the program in that one has asked for them. */
export function textFor({ modes, options }: Pick<Terminal, 'modes' | 'options'>, { kind, text }: UserInput): string {
  if (kind === 'typed') return text.replace(cursorKey, `\u001b${modes.applicationCursorKeysMode ? 'O' : '['}$1`);
  const isBracketed = modes.bracketedPasteMode && options.ignoreBracketedPasteMode !== true;
  return isBracketed ? `\u001b[200~${text}\u001b[201~` : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: reports begin with ESC
const mouseReport = /^\u001b\[[<M]/;

/** An arrow key, Home or End without modifiers, in either form (DECCKM). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these keys send ESC
const cursorKey = /^\u001b[O[]([ABCDHF])$/;
