import type { Erasure, ToMain, ToWindow } from '#contract/channels/data-port.ts';
import type { SessionId } from '#contract/session/session.ts';

/** Main's end of a data port, in the hands of a test. */
export interface FakePort {
  /** The window's end. */
  readonly port: MessagePort;
  readonly received: ToMain[];
  readonly send: (message: ToWindow) => void;
  readonly sendText: (text: string) => void;
  /** What was typed, as text. */
  readonly typed: () => string;
  /** Bytes of output that were given back as credit. */
  readonly credited: () => number;
  /** What was to be erased, in order. */
  readonly erased: () => readonly Erasure[];
  readonly close: () => void;
}

export function createFakePort(): FakePort {
  const { port1, port2 } = new MessageChannel();
  const received: ToMain[] = [];
  port1.onmessage = ({ data }: MessageEvent<ToMain>) => received.push(data);
  const send = (message: ToWindow) => port1.postMessage(message);
  return {
    port: port2,
    received,
    send,
    sendText: (text) => send(new TextEncoder().encode(text)),
    typed: () =>
      received.map((message) => (message instanceof Uint8Array ? new TextDecoder().decode(message) : '')).join(''),
    credited: () => received.reduce((sum, message) => sum + ('bytes' in message ? message.bytes : 0), 0),
    erased: () => received.flatMap((message) => ('what' in message ? [message.what] : [])),
    close: () => port1.close(),
  };
}

/** Gives a port to the window as the preload does. */
export function deliverPort(id: SessionId, { port }: FakePort): void {
  window.postMessage({ kind: 'holdfast-data-port', id }, '*', [port]);
}
