import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import type { Client, ClientChannel } from 'ssh2';

/**
 * What touches ssh2's private surface (1.17.0, pinned) for packets and channels; packets.test.ts holds each use
 * against real servers, by name. Every function throws if the connection is already torn down: callers guard.
 */
interface Private {
  readonly _protocol: Protocol;
  /** For the replies to our global requests, in order; replaced when the connection closes. */
  /** Called with an Error where the connection ended before the answer, with true where the answer was no. */
  readonly _callbacks: ((ending?: unknown) => void)[];
  _acceptX11: number;
  /** Whether the server may open channels to the agent of the configuration. */
  _agentFwdEnabled: boolean;
  readonly _chanMgr: { readonly add: (callback: OpenCallback) => number };
}

interface Protocol {
  readonly _packetRW: { readonly write: PacketWriter };
  /** Set while a key exchange runs. */
  readonly _kexinit: unknown;
  _queue: Buffer[] | undefined;
  readonly _cipher: { readonly encrypt: (packet: Buffer) => void };
  readonly _handlers: Handlers;
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
    m: object,
    r: true,
  ) => void;
  readonly x11Forward: (id: number, config: object, wantReply: true) => void;
  readonly env: (id: number, name: string, value: string, wantReply: true) => void;
  readonly openssh_agentForward: (id: number, wantReply: true) => void;
  readonly shell: (id: number, wantReply: true) => void;
  readonly exec: (id: number, command: string, wantReply: true) => void;
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
  DISCONNECT: (protocol: Protocol, reason: number, text: string) => void;
  CHANNEL_REQUEST: (protocol: Protocol, id: number, type: string, wantReply: boolean, data: unknown) => void;
}

interface PrivateChannel {
  readonly incoming: { readonly id: number; window: number };
  readonly outgoing: { readonly id: number; readonly state: 'open' | 'eof' | 'closing' | 'closed' };
  readonly _callbacks: ((error: unknown) => void)[];
  readonly _exit: { readonly code: number | null | undefined };
  push: (bytes: Buffer | null) => boolean;
}

type OpenCallback = ((error: Error | undefined, channel?: ClientChannel) => void) & { type?: 'session' };

const internals = (client: Client) => client as unknown as Private;
const internalsOf = (channel: ClientChannel) => channel as unknown as PrivateChannel;
const protocolOf = (client: Client) => internals(client)._protocol;

/** Calls `also` before ssh2's own handler of a message. */
function before<K extends keyof Handlers>(
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

/**
 * Sends a packet of our own making. During a key exchange ssh2 queues it until the new keys are in use, as it does with
 * all packets.
 */
export function sendPacket(client: Client, payload: Uint8Array): void {
  const protocol = protocolOf(client);
  const writer = protocol._packetRW.write;
  const start = writer.allocStart;
  const packet = writer.alloc(payload.length);
  packet.set(payload, start);
  const finished = writer.finalize(packet);
  if (protocol._kexinit === undefined) protocol._cipher.encrypt(finished);
  else {
    protocol._queue ??= [];
    protocol._queue.push(finished);
  }
}

const ignoreMessage = 2;

/**
 * Sends SSH_MSG_IGNORE with an empty string (RFC 4253, 11.2). It waits for a running key exchange: 7.1 would allow it
 * there, strict key exchange in the first one would not.
 */
export const sendIgnore = (client: Client): void => sendPacket(client, Buffer.of(ignoreMessage, 0, 0, 0, 0));

/**
 * Asks for an answer of any kind, by OpenSSH's global request `keepalive@openssh.com`. Success and failure are answers
 * alike (RFC 4254, 4); they come in the order of the requests, and ssh2 keeps a list of who waits.
 */
export function sendAliveCheck(client: Client, onAnswered: () => void): void {
  internals(client)._callbacks.push((ending) => ending instanceof Error || onAnswered());
  protocolOf(client).ping();
}

/**
 * Takes SSH_MSG_UNIMPLEMENTED (RFC 4253, 11.4) as the answer to the oldest global request: it is what a server sends
 * that knows none. ssh2 would leave that request in its list, and give the answer to the next one to it.
 */
export function takeUnimplementedAsAnswer(client: Client): void {
  unimplemented.set(protocolOf(client), () => internals(client)._callbacks.shift()?.(true));
}

const unimplemented = new WeakMap<Protocol, () => void>();

/** ssh2 has one table of inbound messages for all connections; of this one it only makes a line of its debug log. */
const inbound: ((protocol: Protocol, payload: Buffer) => unknown)[] = createRequire(import.meta.url)(
  'ssh2/lib/protocol/handlers.js',
);
const unimplementedMessage = 3;
const ownUnimplemented = inbound[unimplementedMessage];
inbound[unimplementedMessage] = (protocol, payload) => {
  unimplemented.get(protocol)?.();
  return ownUnimplemented?.(protocol, payload);
};

/** Renews the keys (RFC 4253, 9); nothing happens while they are being renewed. ssh2 never does it by itself. */
export const startRekey = (client: Client): void => protocolOf(client).rekey();

/** SSH_MSG_DISCONNECT: the text as it came. ssh2 reports it as a plain end if the reason is "by application". */
export const onDisconnect = (client: Client, listener: (reason: number, text: string) => void): void =>
  before(client, 'DISCONNECT', (_protocol, reason, text) => listener(reason, text));

/**
 * Answers channel requests that come after `exit-status` while the channel is still open. ssh2 drops them unanswered,
 * so that sshd's ClientAlive checks (`keepalive@openssh.com`) count as lost and it closes a healthy connection.
 */
export function answerAfterExit(client: Client, channel: ClientChannel): void {
  const { incoming, outgoing, _exit } = internalsOf(channel);
  before(client, 'CHANNEL_REQUEST', (protocol, id, _type, wantReply) => {
    const unanswered = id === incoming.id && wantReply && _exit.code !== undefined;
    if (unanswered && (outgoing.state === 'open' || outgoing.state === 'eof')) protocol.channelFailure(outgoing.id);
  });
}

/** As ssh2 and OpenSSH: 32 KB a packet. */
const maxPacketBytes = 32_768;

/**
 * Opens a `session` channel (RFC 4254, 6.1) with a receive window of `windowBytes`, which ssh2 would set to 2 MB. Calls
 * back with null if the server refuses. Not a promise: listeners must be there before the next packet is read.
 */
export function openSession(
  client: Client,
  windowBytes: number,
  opened: (channel: ClientChannel | null) => void,
): void {
  const callback: OpenCallback = (_error, channel) => opened(channel ?? null);
  callback.type = 'session';
  protocolOf(client).session(internals(client)._chanMgr.add(callback), windowBytes, maxPacketBytes);
}

/**
 * Lets the server send `bytes` more. ssh2 believes in a window of 2 MB and widens it at half of that, which is never
 * reached while all that came is given back here: so the window stays what `openSession` made it.
 */
export function widenWindow(client: Client, channel: ClientChannel, bytes: number): void {
  const { incoming, outgoing } = internalsOf(channel);
  if (outgoing.state === 'closed') return;
  incoming.window += bytes;
  protocolOf(client).channelWindowAdjust(outgoing.id, bytes);
}

export type ChannelRequest =
  | { readonly kind: 'pty'; readonly terminalType: string; readonly columns: number; readonly rows: number }
  | { readonly kind: 'x11'; readonly cookie: string; readonly screen: number }
  | { readonly kind: 'environment'; readonly name: string; readonly value: string }
  /** `auth-agent-req@openssh.com`: channels to the agent of ssh2's configuration may come then. */
  | { readonly kind: 'agent-forwarding' }
  | { readonly kind: 'shell' }
  | { readonly kind: 'exec'; readonly command: string };

/** Sends a channel request that wants a reply (RFC 4254, 6); gives whether the server granted it. */
export function request(client: Client, channel: ClientChannel, what: ChannelRequest): Promise<boolean> {
  const protocol = protocolOf(client);
  const { outgoing, _callbacks } = internalsOf(channel);
  return new Promise((resolve) => {
    _callbacks.push((error) => {
      // ssh2 refuses the server's x11 channels unless it sent the request itself.
      if (error === false && what.kind === 'x11') internals(client)._acceptX11 += 1;
      if (what.kind === 'agent-forwarding' && error === false) internals(client)._agentFwdEnabled = true;
      resolve(error === false);
    });
    if (what.kind === 'pty')
      protocol.pty(outgoing.id, what.rows, what.columns, 0, 0, what.terminalType, ptyModes, true);
    else if (what.kind === 'x11')
      protocol.x11Forward(outgoing.id, { ...what, single: false, protocol: x11Protocol }, true);
    else if (what.kind === 'environment') protocol.env(outgoing.id, what.name, what.value, true);
    else if (what.kind === 'agent-forwarding') protocol.openssh_agentForward(outgoing.id, true);
    else if (what.kind === 'shell') protocol.shell(outgoing.id, true);
    else protocol.exec(outgoing.id, what.command, true);
  });
}

/** The only way of X11 to tell friend from foe that is in use (RFC 4254, 6.3.1). */
const x11Protocol = 'MIT-MAGIC-COOKIE-1';

/** What PuTTY sends: backspace is DEL, and 38400 baud (RFC 4254, 8). */
const ptyModes = { VERASE: 127, TTY_OP_ISPEED: 38_400, TTY_OP_OSPEED: 38_400 };

/** Tells the terminal's new size (RFC 4254, 6.7). */
export function changeSize(client: Client, channel: ClientChannel, columns: number, rows: number): void {
  const { outgoing } = internalsOf(channel);
  if (outgoing.state === 'open') protocolOf(client).windowChange(outgoing.id, rows, columns, 0, 0);
}

/**
 * Closes a channel of ours whose reader is gone (RFC 4254, 5.3). What the server has sent by then is dropped, and no
 * window given for it: ssh2 would keep it, and send window adjustments after the close, at which dropbear hangs up.
 */
export function closeForGood(channel: ClientChannel): void {
  const own = internalsOf(channel);
  own.incoming.window = Number.POSITIVE_INFINITY;
  own.push = (bytes) => (bytes === null ? Readable.prototype.push.call(channel, null) : true);
  channel.close();
}
