import { creditHighBytes, creditLowBytes, type Erasure, type ToWindow } from '#contract/channels/data-port.ts';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import { eraseSequences } from './erase-sequences.ts';
import { createHistory } from './history.ts';

/** Output that follows within this time goes in one message: less than a frame, so that nobody sees it. */
const coalesceMs = 4;

/** More than this goes at once; larger messages only make the window's next slice of parsing longer. */
const coalesceBytes = 64 * 1024;

/** Output that waits for a window to come: a program that asks the terminal something at its start gets its answer. */
const unseenBytes = 64 * 1024;

/**
 * Carries output from the SSH channel to the window: the first bytes at once, what follows in pieces. The window gives
 * credit back as it has parsed; without credit the channel is paused, so that memory stays bounded and Ctrl+C has
 * little in flight to wait for.
 */
export interface OutputPump {
  readonly push: (bytes: Uint8Array) => void;
  /**
   * Sends to this window from now on, beginning with what a window was sent before, which nothing may answer. The
   * returned function says that the window is gone: output then goes on into the history, so that the program in the
   * session is not held up. It does nothing once another window has attached. `onReleased` is called once nothing will be
   * sent there any more: another window has attached, or the session is closed.
   */
  readonly attach: (send: (message: ToWindow) => void, onReleased?: () => void) => () => void;
  /** This much output goes another way, and is given credit for like the rest. */
  readonly owe: (bytes: number) => void;
  /** Erases it in the terminal, in order with the output, and for windows to come. */
  readonly erase: (what: Erasure) => void;
  /** The window has parsed this many bytes. */
  readonly credit: (bytes: number) => void;
  /** Whether the channel is held back now; a new connection's has to be told. */
  readonly isPaused: () => boolean;
  /** Whether all that was pushed has been sent and parsed. */
  readonly isDrained: () => boolean;
  readonly dispose: () => void;
}

export interface OutputPumpOptions {
  readonly clock: Clock;
  /** Pauses (true) or resumes (false) the channel. */
  readonly setPaused: (paused: boolean) => void;
  /** Cells of the terminal, as the server was told. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

export function createOutputPump({ clock, setPaused, size }: OutputPumpOptions): OutputPump {
  const history = createHistory();
  let send: ((message: ToWindow) => void) | null = null;
  let queue: Uint8Array[] = [];
  let queuedBytes = 0;
  let unparsedBytes = 0;
  let paused = false;
  let coalescing: Cancel | null = null;
  let release: (() => void) | undefined;

  const pause = (value: boolean) => {
    if (paused === value) return;
    paused = value;
    setPaused(value);
  };

  const flush = () => {
    if (send === null || queuedBytes === 0 || unparsedBytes >= creditHighBytes) return;
    const bytes = join(queue, queuedBytes);
    queue = [];
    queuedBytes = 0;
    unparsedBytes += bytes.length;
    history.add(bytes);
    send(bytes);
    pause(unparsedBytes >= creditHighBytes);
    coalescing ??= clock.after(coalesceMs, () => {
      coalescing = null;
      flush();
    });
  };

  const flushUnlessMoreComes = () => {
    if (coalescing === null || queuedBytes >= coalesceBytes) flush();
  };

  const keepUnseen = () => {
    if (queuedBytes <= unseenBytes) return;
    for (const bytes of queue) history.add(bytes);
    queue = [];
    queuedBytes = 0;
  };

  const detach = () => {
    send = null;
    release = undefined;
    unparsedBytes = 0;
    keepUnseen();
    pause(false);
  };

  const push = (bytes: Uint8Array) => {
    queue.push(bytes);
    queuedBytes += bytes.length;
    if (send === null) keepUnseen();
    else flushUnlessMoreComes();
  };

  return {
    push,
    owe: (bytes) => {
      unparsedBytes += bytes;
      pause(unparsedBytes >= creditHighBytes);
    },
    erase: (what) => push(eraseSequences[what]),
    attach: (sendToWindow, onReleased) => {
      send = sendToWindow;
      release?.();
      release = onReleased;
      unparsedBytes = 0;
      send({ kind: 'replay-begin', ...size() });
      for (const chunk of history.chunks()) {
        unparsedBytes += chunk.length;
        send(chunk);
      }
      send({ kind: 'replay-end' });
      flush();
      pause(unparsedBytes >= creditHighBytes);
      return () => {
        if (send === sendToWindow) detach();
      };
    },
    credit: (bytes) => {
      unparsedBytes = Math.max(0, unparsedBytes - bytes);
      if (unparsedBytes > creditLowBytes) return;
      flushUnlessMoreComes();
      pause(unparsedBytes >= creditHighBytes);
    },
    isPaused: () => paused,
    isDrained: () => queuedBytes === 0 && unparsedBytes === 0,
    dispose: () => {
      send = null;
      coalescing?.();
      release?.();
    },
  };
}

/**
 * One array of its own: a message clones the whole buffer behind a view, and the socket's buffers are shared. It begins
 * uncleared, as all of it is filled here.
 */
function join(chunks: readonly Uint8Array[], totalBytes: number): Uint8Array {
  const joined = new Uint8Array(Buffer.allocUnsafeSlow(totalBytes).buffer);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}
