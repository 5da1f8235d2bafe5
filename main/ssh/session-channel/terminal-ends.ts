import type { ClientChannel } from 'ssh2';
import { quietly } from '../quietly.ts';
import { createLineEditing, createLineEnds } from './line-editing.ts';

/** What stands between a session and its program. */
export interface TerminalEnds {
  /** Keys, on their way to the program; `onTaken` is called when the server has room for more. */
  readonly write: (bytes: Uint8Array, onTaken?: () => void) => void;
  /** Output, as a terminal shows it. */
  readonly shown: (bytes: Uint8Array) => Uint8Array;
}

export interface TerminalListeners {
  /** What is to be seen of the typing. */
  readonly onEcho: (bytes: Uint8Array) => void;
  /** Ctrl+C: the session is over, as with ssh, whose user interrupts ssh itself. Not every server passes a signal on. */
  readonly onInterrupt: () => void;
}

/** With a pseudo-terminal at the server nothing is to be done here; without one its work is done on this side. */
export function terminalEnds(
  channel: ClientChannel,
  noPty: boolean,
  { onEcho, onInterrupt }: TerminalListeners,
): TerminalEnds {
  if (!noPty) {
    return {
      write: (bytes, onTaken) => quietly(() => channel.write(bytes, (error) => error || onTaken?.())),
      shown: (bytes) => bytes,
    };
  }
  const editing = createLineEditing({
    onLine: (line) => quietly(() => channel.write(line)),
    onEcho: (text) => onEcho(Buffer.from(text)),
    onInterrupt: () => {
      quietly(() => channel.signal('INT'));
      onInterrupt();
    },
    onEnd: () => quietly(() => channel.end()),
  });
  return { write: editing.type, shown: createLineEnds() };
}
