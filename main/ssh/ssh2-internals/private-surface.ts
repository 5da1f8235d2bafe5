import type { Client, ClientChannel, NegotiatedAlgorithms } from 'ssh2';

/**
 * What is touched of ssh2's private surface (1.17.0, pinned); the tests beside hold each use against real
 * servers, by name. Everything throws if the connection is already torn down: callers guard.
 */
interface Private {
  readonly _protocol: Protocol;
  /**
   * For the replies to our global requests, in order; replaced when the connection closes. Called with an Error where
   * the connection ended before the answer, with true where the answer was no.
   */
  readonly _callbacks: ((ending?: unknown) => void)[];
  _acceptX11: number;
  /** Whether the server may open channels to the agent of the configuration. */
  _agentFwdEnabled: boolean;
  readonly _chanMgr: { readonly add: (callback: OpenCallback) => number };
}

export interface Protocol {
  readonly _packetRW: { readonly write: PacketWriter };
  /** Set while a key exchange runs. */
  readonly _kexinit: unknown;
  _queue: Buffer[] | undefined;
  readonly _cipher: { readonly encrypt: (packet: Buffer) => void };
  readonly _handlers: Handlers;
  /** Methods whose answers are awaited: it decides how message 60 is read. */
  readonly _authsQueue: string[];
  /** Of the key exchange that was begun last. */
  readonly _kex: { readonly sessionID: Buffer; readonly negotiated: NegotiatedAlgorithms };
  /** Reads what has come, from one place to another; gives up to where it has. */
  _parse: (this: Protocol, chunk: Buffer, start: number, end: number) => number | undefined;
  /** What has come of the server's version, until it is whole. */
  _buffer: Buffer | undefined;
  /** Undefined before the server's version has come. */
  readonly _decipher: object | undefined;
  readonly rekey: () => void;
  readonly ping: () => void;
  readonly session: (id: number, window: number, maxPacket: number) => void;
  readonly pty: (
    id: number,
    rows: number,
    cols: number,
    h: number,
    w: number,
    term: string,
    modes: Buffer,
    r: true,
  ) => void;
  readonly x11Forward: (id: number, config: object, wantReply: true) => void;
  readonly env: (id: number, name: string, value: string, wantReply: true) => void;
  readonly openssh_agentForward: (id: number, wantReply: true) => void;
  readonly shell: (id: number, wantReply: true) => void;
  readonly exec: (id: number, command: string, wantReply: true) => void;
  readonly subsystem: (id: number, name: string, wantReply: true) => void;
  readonly windowChange: (id: number, rows: number, columns: number, height: number, width: number) => void;
  readonly channelWindowAdjust: (id: number, bytes: number) => void;
  readonly channelFailure: (id: number) => void;
}

/** Where `alloc` begins and what `finalize` does depends on a running key exchange and on compression. */
interface PacketWriter {
  readonly allocStart: number;
  readonly alloc: (length: number) => Buffer;
  readonly finalize: (packet: Buffer) => Buffer;
}

interface Handlers {
  EXT_INFO: (protocol: Protocol, extensions: readonly Extension[]) => void;
  USERAUTH_PK_OK: () => void;
  USERAUTH_FAILURE: (protocol: Protocol, methods: string[], partial: boolean) => void;
  DISCONNECT: (protocol: Protocol, reason: number, text: string) => void;
  CHANNEL_REQUEST: (protocol: Protocol, id: number, type: string, wantReply: boolean, data: unknown) => void;
}

interface Extension {
  readonly name: string;
  readonly algs: readonly string[];
}

interface PrivateChannel {
  readonly incoming: { readonly id: number; window: number };
  readonly outgoing: { readonly id: number; readonly state: 'open' | 'eof' | 'closing' | 'closed' };
  readonly _callbacks: ((error: unknown) => void)[];
  readonly _exit: { readonly code: number | null | undefined };
  push: (bytes: Buffer | null) => boolean;
}

export type OpenCallback = ((error: Error | undefined, channel?: ClientChannel) => void) & { type?: 'session' };

export const internals = (client: Client) => client as unknown as Private;
export const internalsOf = (channel: ClientChannel) => channel as unknown as PrivateChannel;
export const protocolOf = (client: Client) => internals(client)._protocol;

/** Calls `also` before ssh2's own handler of a message. */
export function before<K extends keyof Handlers>(
  client: Client,
  message: K,
  also: (...args: Parameters<Handlers[K]>) => void,
) {
  const handlers = protocolOf(client)._handlers;
  const own = handlers[message] as (...args: Parameters<Handlers[K]>) => void;
  handlers[message] = ((...args: Parameters<Handlers[K]>) => {
    also(...args);
    own(...args);
  }) as Handlers[K];
}
