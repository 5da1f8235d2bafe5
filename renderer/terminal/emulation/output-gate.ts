import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { coreOf, numbers } from './core.ts';

/** `ESC (` and the like choose a character set, and these name one (the keys of xterm.js' CHARSETS). */
const designators = '()*+-./';
const charsets = '0AB4C5RQKYE6ZH7=';

const shiftOut = '\u000e';
const shiftIn = '\u000f';
const deleteCharacter = '\u007f';

/** In xterm.js' table of its parser: outside of sequences, and to call the handler of a control character. */
const ground = 0;
const execute = 3;

/**
 * What the Features panel has output not do: switch character sets, clear the scrollback (ED 3), and erase by DEL. That
 * DEL erases at all is PuTTY's: xterm.js passes it over.
 */
export function gateOutput(terminal: Terminal, profile: Profile): TerminalPart {
  const input = coreOf(terminal)._inputHandler;
  const { parser } = terminal;
  let features = profile;
  const keepsCharset = () => features.noRemoteCharset;

  const handlers = [
    ...Array.from(designators, (intermediates) =>
      Array.from(charsets, (final) => parser.registerEscHandler({ intermediates, final }, keepsCharset)),
    ).flat(),
    // Main clears the scrollback for the user with a second number: that is no request of the server's.
    parser.registerCsiHandler(
      { final: 'J' },
      (params) => features.noRemoteClearScrollback && params.length === 1 && params[0] === 3,
    ),
  ];
  input._parser.setExecuteHandler(shiftOut, () => keepsCharset() || input.shiftOut());
  input._parser.setExecuteHandler(shiftIn, () => keepsCharset() || input.shiftIn());
  // The table is that of all terminals; without a handler, the character is passed over as before.
  input._parser._transitions.add(deleteCharacter.charCodeAt(0), ground, execute, ground);
  input._parser.setExecuteHandler(deleteCharacter, () => {
    input.backspace();
    return features.noDestructiveBackspace || input.eraseChars(numbers(1));
  });

  return {
    apply: (next) => {
      features = next;
    },
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };
}
