import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { coreOf } from './core.ts';

/** Has a carriage return go to the next line too, where the profile says so. Its counterpart is xterm.js' `convertEol`. */
export function implyLineFeeds(terminal: Terminal, profile: Profile): TerminalPart {
  const input = coreOf(terminal)._inputHandler;
  let { implicitLf } = profile;
  input._parser.setExecuteHandler('\r', () => input.carriageReturn() && (!implicitLf || input.lineFeed()));
  return {
    apply: (next) => {
      implicitLf = next.implicitLf;
    },
    dispose: () => input._parser.setExecuteHandler('\r', () => input.carriageReturn()),
  };
}
