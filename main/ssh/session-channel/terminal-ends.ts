import type { ClientChannel } from 'ssh2';
import type { TypingOptions } from '../../session/ports/transport.ts';
import { quietly } from '../quietly.ts';
import { createEcho, createLineEditing, createLineEnds, type LineEditing } from './line-editing.ts';

/** What stands between a session and its program. */
export interface TerminalEnds {
  /** Keys, on their way to the program; `onTaken` is called when the server has room for more. */
  readonly write: (bytes: Uint8Array, onTaken?: () => void) => void;
  /** Output, as a terminal shows it. */
  readonly shown: (bytes: Uint8Array) => Uint8Array;
  /** Takes over how typing is dealt with from now on. A line that was begun is sent as it is where it is edited no more. */
  readonly setTyping: (options: TypingOptions) => void;
}

export interface TerminalListeners {
  /** What is to be seen of the typing. */
  readonly onEcho: (bytes: Uint8Array) => void;
  /** Ctrl+C: the session is over, as with ssh, whose user interrupts ssh itself. Not every server passes a signal on. */
  readonly onInterrupt: () => void;
}

/** For a program whose input comes from a terminal or a pipe of its user's own: nothing is to be done here. */
export function passThrough(channel: ClientChannel): TerminalEnds {
  return {
    write: (bytes, onTaken) => quietly(() => channel.write(bytes, (error) => error || onTaken?.())),
    shown: (bytes) => bytes,
    setTyping: () => undefined,
  };
}

/**
 * With a pseudo-terminal at the server its work is done there, without one on this side, unless the user wants it
 * otherwise.
 */
export function terminalEnds(
  channel: ClientChannel,
  hasPty: boolean,
  options: TypingOptions,
  { onEcho, onInterrupt }: TerminalListeners,
): TerminalEnds {
  const direct = passThrough(channel);
  let typing = resolved(options, hasPty);
  const send = (text: string) => direct.write(Buffer.from(text));
  const show = (text: string) => {
    if (typing.echo && text !== '') onEcho(Buffer.from(text));
  };
  /** Most sessions never edit a line nor show what is typed: what that takes is made when it is first needed. */
  let editing: LineEditing | null = null;
  const makeEditing = () =>
    createLineEditing({
      lineEnd: hasPty ? '\r' : '\n',
      onLine: send,
      onEcho: show,
      // A terminal at the server makes of these keys what its program wants.
      onInterrupt: () => {
        if (hasPty) return send('\x03');
        quietly(() => channel.signal('INT'));
        onInterrupt();
      },
      onEnd: () => (hasPty ? send('\x04') : quietly(() => channel.end())),
    });
  let echo: ((bytes: Uint8Array) => string) | null = null;

  return {
    write: (bytes, onTaken) => {
      if (typing.editing) {
        editing ??= makeEditing();
        return editing.type(bytes);
      }
      if (typing.echo) {
        echo ??= createEcho();
        show(echo(bytes));
      }
      direct.write(bytes, onTaken);
    },
    shown: hasPty ? direct.shown : createLineEnds(),
    setTyping: (changed) => {
      typing = resolved(changed, hasPty);
      if (!typing.editing && editing !== null) send(editing.takeLine());
    },
  };
}

const resolved = ({ localEcho, localEditing }: TypingOptions, hasPty: boolean) => ({
  echo: localEcho === 'auto' ? !hasPty : localEcho === 'on',
  editing: localEditing === 'auto' ? !hasPty : localEditing === 'on',
});
