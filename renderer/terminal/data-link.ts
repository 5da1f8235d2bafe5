import type { Terminal } from '@xterm/xterm';
import { type Erasure, maxInputBytes, type ToMain, type ToWindow } from '#contract/channels/data-port.ts';

/** The terminal's end of a session's data port. */
export interface DataLink {
  /** Keys and pastes, as text; sent as UTF-8. */
  readonly sendText: (text: string) => void;
  /** Mouse reports of the old kind: one byte for each character. */
  readonly sendBinary: (text: string) => void;
  /** Has main erase it: it comes back as output, in order with what was printed. */
  readonly erase: (what: Erasure) => void;
  /** Whether what the terminal reads now is old output. */
  readonly isReplaying: () => boolean;
  readonly dispose: () => void;
}

export interface LinkEvents {
  /** The program in the session printed something. */
  readonly onOutput: () => void;
  /** Old output is all there again; the terminal has the size that it was printed for. */
  readonly onReplayed: () => void;
}

/** Writes what comes from the port to the terminal and gives credit back as it is parsed. */
export function linkData(port: MessagePort, terminal: Terminal, { onOutput, onReplayed }: LinkEvents): DataLink {
  // Output that a reloaded window gets again holds old queries; answers to them would reach the shell as typed text.
  let replaying = false;
  let replayArriving = false;
  const post = (message: ToMain) => port.postMessage(message);
  const send = (bytes: Uint8Array) => {
    if (replaying) return;
    for (let start = 0; start < bytes.length; start += maxInputBytes) {
      post(bytes.slice(start, start + maxInputBytes));
    }
  };

  port.onmessage = ({ data }: MessageEvent<ToWindow>) => {
    if (ArrayBuffer.isView(data)) {
      terminal.write(data, () => post({ kind: 'credit', bytes: data.byteLength }));
      if (!replayArriving) onOutput();
      return;
    }
    replayArriving = data.kind === 'replay-begin';
    // Queued behind the bytes before it, so that the frame is opened and closed at its place in the stream.
    terminal.write('', () => {
      replaying = data.kind === 'replay-begin';
      if (data.kind === 'replay-end') return onReplayed();
      terminal.reset();
      terminal.resize(data.columns, data.rows);
    });
  };

  return {
    sendText: (text) => send(new TextEncoder().encode(text)),
    sendBinary: (text) => send(Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)),
    erase: (what) => post({ kind: 'erase', what }),
    isReplaying: () => replaying,
    dispose: () => {
      port.onmessage = null;
      port.close();
    },
  };
}
