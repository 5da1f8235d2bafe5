import { randomBytes, timingSafeEqual } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { AcceptConnection, ClientChannel, RejectConnection } from 'ssh2';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { X11Standing } from '../../session/ports/transport.ts';
import { quietly } from '../quietly.ts';
import { closeForGood } from '../ssh2-internals/channels.ts';
import { codeOf } from '../wire/socket.ts';
import type { ForwardContext } from './context.ts';
import { createTally } from './tally.ts';
import { cookieFor, cookieProtocol, maxAuthorityBytes, parseAuthority } from './x11-authority.ts';
import { displayNameOf, parseDisplay, type X11Display, type X11Environment } from './x11-display.ts';
import { readSetup, writeSetup, type X11Setup } from './x11-setup.ts';

/** How long a program at the server may take for its first packet, ms. */
const setupLimit = 30_000;

/** How long the display may take to answer a connection, ms; each of its ways on its own. */
export const displayLimit = 10_000;

/** Channels that may wait for their first packet at a time. */
const maxWaiting = 32;

/** What the server is told (RFC 4254, 6.3.1), and what comes of it. */
export interface X11Offer {
  readonly kind: 'offered';
  /** In hexadecimal: made for this connection, and good for nothing else. */
  readonly cookie: string;
  readonly screen: number;
  /** If the server takes it. */
  readonly standing: X11Standing;
}

export interface X11Request extends ForwardContext {
  readonly profile: Pick<Profile, 'x11Display' | 'x11AuthorityFile'>;
  readonly environment: X11Environment;
  /** Ends what goes through it. */
  readonly signal: AbortSignal;
}

/**
 * Gets ready for X11 channels: each must begin with the cookie that only this session's server was given, which is
 * exchanged for the display's own. That one never leaves this computer.
 */
export function offerX11(request: X11Request): X11Offer | Extract<X11Standing, { readonly kind: 'failed' }> {
  const { client, relays, profile, environment, signal, onRefused } = request;
  const name = displayNameOf(profile, environment);
  if (name === null) return { kind: 'failed', reason: t('No X11 forwarding: this computer has no X display.') };
  const display = parseDisplay(name);
  if (display === null) return { kind: 'failed', reason: t('No X11 forwarding: {name} is no display.', { name }) };
  const fake = randomBytes(16);
  const tally = createTally();
  const sockets = new Set<Socket>();
  let waiting = 0;

  const show = async (channel: ClientChannel, setup: X11Setup) => {
    const socket = await connectTo(display.ways, request.clock);
    if (typeof socket === 'string') {
      tally.failed += 1;
      const why =
        socket === noAnswer ? `did not answer within ${displayLimit / 1000} s` : `cannot be reached (${socket})`;
      onRefused(`A program could not be shown: the display ${display.name} ${why}.`);
      return quietly(() => closeForGood(channel));
    }
    if (signal.aborted || !relays.hasRoom()) {
      socket.destroy();
      return quietly(() => closeForGood(channel));
    }
    relays.hold(socket);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const address = socket.remoteAddress ?? null;
    const cookie = await cookieOf(display, address, request);
    socket.write(writeSetup(setup, cookie));
    relays.join(socket, channel, tally);
  };

  const take = (channel: ClientChannel) => {
    waiting += 1;
    readFirst(channel, request.clock, (setup) => {
      waiting -= 1;
      if (setup !== null && hasCookie(setup, fake)) void show(channel, setup);
      else {
        onRefused("A program at the server did not have this session's X11 cookie: it was refused.");
        quietly(() => closeForGood(channel));
      }
    });
  };
  client.on('x11', (_details, accept: AcceptConnection<ClientChannel>, reject: RejectConnection) =>
    quietly(() => (waiting < maxWaiting ? take(accept()) : reject())),
  );
  signal.addEventListener('abort', () => {
    for (const socket of sockets) socket.destroy();
  });
  const standing = { kind: 'on', display: display.name, counts: () => ({ ...tally }) } as const;
  return { kind: 'offered', cookie: fake.toString('hex'), screen: display.screen, standing };
}

const hasCookie = ({ protocol, data }: X11Setup, cookie: Buffer) =>
  protocol === cookieProtocol && data.length === cookie.length && timingSafeEqual(data, cookie);

/** Gives the first packet, or null; what follows it stays in the channel, which is paused then. */
function readFirst(channel: ClientChannel, clock: Clock, onSetup: (setup: X11Setup | null) => void): void {
  let received = Buffer.alloc(0);
  const finish = (setup: X11Setup | null) => {
    cancel();
    channel.off('data', handleData).off('end', giveUp).off('close', giveUp);
    channel.pause();
    if (setup !== null && received.length > setup.length) channel.unshift(received.subarray(setup.length));
    onSetup(setup);
  };
  const giveUp = () => finish(null);
  const handleData = (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    const setup = readSetup(received);
    if (setup !== null) finish(setup === 'refused' ? null : setup);
  };
  const cancel = clock.after(setupLimit, giveUp);
  channel.on('error', () => {});
  channel.on('data', handleData).on('end', giveUp).on('close', giveUp);
}

/** Connected by the first of these ways that leads there, or the code of what went wrong on the first. */
async function connectTo(ways: readonly NetConnectOpts[], clock: Clock): Promise<Socket | string> {
  let code: string | null = null;
  for (const way of ways) {
    const outcome = await connectBy(way, clock);
    if (typeof outcome !== 'string') return outcome;
    code ??= outcome;
  }
  return code ?? 'ENOENT';
}

const noAnswer = 'ETIMEDOUT';

function connectBy(way: NetConnectOpts, clock: Clock): Promise<Socket | string> {
  return new Promise((resolve) => {
    const socket = connect({ ...way, allowHalfOpen: true });
    const settle = (outcome: Socket | string) => {
      cancel();
      resolve(outcome);
    };
    const cancel = clock.after(displayLimit, () => {
      socket.destroy();
      settle(noAnswer);
    });
    socket.once('connect', () => settle(socket)).on('error', (error) => settle(codeOf(error)));
  });
}

/** The display's own cookie as it is now, or null: an X server that was started anew has another one. */
async function cookieOf(
  { isLocal, display }: X11Display,
  address: string | null,
  { profile, environment }: X11Request,
): Promise<Buffer | null> {
  const path = profile.x11AuthorityFile.trim() || environment.authorityFile;
  // Opening a pipe would wait for ever, and with a few windows so would all that reads files or looks names up.
  const isFile = await stat(path).then(
    (status) => status.isFile(),
    () => false,
  );
  const file = isFile ? await open(path).catch(() => null) : null;
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(maxAuthorityBytes));
    const entries = parseAuthority(buffer.subarray(0, bytesRead));
    return cookieFor(entries, { hostName: environment.hostName, isLocal, address, display });
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
