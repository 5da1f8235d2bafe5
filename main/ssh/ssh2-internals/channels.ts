import { Readable } from 'node:stream';
import type { Client, ClientChannel } from 'ssh2';
import { before, internals, internalsOf, type OpenCallback, protocolOf } from './private-surface.ts';

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
 * reached while all that came is given back here: so the window is ours alone to set.
 */
export function widenWindow(client: Client, channel: ClientChannel, bytes: number): void {
  const { incoming, outgoing } = internalsOf(channel);
  if (outgoing.state === 'closed') return;
  incoming.window += bytes;
  protocolOf(client).channelWindowAdjust(outgoing.id, bytes);
}

export type ChannelRequest =
  | {
      readonly kind: 'pty';
      readonly terminalType: string;
      readonly columns: number;
      readonly rows: number;
      /** Encoded as RFC 4254, 8 has them. */
      readonly modes: Buffer;
    }
  | { readonly kind: 'x11'; readonly cookie: string; readonly screen: number }
  | { readonly kind: 'environment'; readonly name: string; readonly value: string }
  /** `auth-agent-req@openssh.com`: channels to the agent of ssh2's configuration may come then. */
  | { readonly kind: 'agent-forwarding' }
  | { readonly kind: 'shell' }
  | { readonly kind: 'exec'; readonly command: string }
  | { readonly kind: 'subsystem'; readonly name: string };

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
      protocol.pty(outgoing.id, what.rows, what.columns, 0, 0, what.terminalType, what.modes, true);
    else if (what.kind === 'x11')
      protocol.x11Forward(outgoing.id, { ...what, single: false, protocol: x11Protocol }, true);
    else if (what.kind === 'environment') protocol.env(outgoing.id, what.name, what.value, true);
    else if (what.kind === 'agent-forwarding') protocol.openssh_agentForward(outgoing.id, true);
    else if (what.kind === 'shell') protocol.shell(outgoing.id, true);
    else if (what.kind === 'subsystem') protocol.subsystem(outgoing.id, what.name, true);
    else protocol.exec(outgoing.id, what.command, true);
  });
}

/** The only way of X11 to tell friend from foe that is in use (RFC 4254, 6.3.1). */
const x11Protocol = 'MIT-MAGIC-COOKIE-1';

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
