import type { Session } from '../session/session-parts.ts';
import { createEscapeKeys, type Escape } from './escape-keys.ts';
import { ownTerminal } from './own-terminal.ts';

/** Standard input, on its way to the program in the session. */
export interface SessionInput {
  /** The session is open: what is typed or piped goes to it. */
  readonly start: () => void;
  /** It is not, or its user is asked something: the terminal is its user's own again. */
  readonly stop: () => void;
}

export interface SessionInputOptions {
  readonly input: NodeJS.ReadStream;
  readonly session: () => Pick<Session, 'write' | 'endInput'>;
  readonly onEscape: (meant: Escape) => void;
}

export function createSessionInput({ input, session, onEscape }: SessionInputOptions): SessionInput {
  const isTyped = input.isTTY === true;
  const terminal = isTyped ? ownTerminal(input) : null;
  const escapeKeys = createEscapeKeys(onEscape);
  let isStarted = false;

  const handleTyped = (keys: Buffer) => {
    const sent = escapeKeys(keys);
    if (sent.length > 0) session().write(sent);
  };

  /** One piece at a time: the next one is read when the server has room for it. */
  const handlePiped = (bytes: Buffer) => {
    input.pause();
    session().write(bytes, () => {
      if (isStarted) input.resume();
    });
  };

  const handleData = isTyped ? handleTyped : handlePiped;
  const handleEnd = () => session().endInput();

  return {
    start: () => {
      if (isStarted) return;
      isStarted = true;
      terminal?.setRaw(true);
      input.on('data', handleData).on('end', handleEnd).on('error', handleEnd);
      input.resume();
    },
    stop: () => {
      if (!isStarted) return;
      isStarted = false;
      input.pause();
      input.off('data', handleData).off('end', handleEnd).off('error', handleEnd);
      terminal?.setRaw(false);
    },
  };
}
