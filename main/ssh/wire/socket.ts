import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { failed, type Result, success } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { SocketOptions } from '../../session/ports/transport.ts';
import type { Target } from '../target.ts';
import { within } from '../within.ts';
import { connectLending } from './lent-reads.ts';
import { connectFailure } from './network-failures.ts';

/** Idle time before SO_KEEPALIVE's first probe, ms: the two hours of RFC 1122, 4.2.3.6, which PuTTY leaves too. */
const keepaliveDelay = 7_200_000;

export interface SocketRequest {
  readonly target: Target;
  readonly family: Profile['addressFamily'];
  /** For the name and all its addresses together. */
  readonly limitSeconds: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onPhase: (phase: 'resolving' | 'tcp') => void;
  readonly onLog: (text: string) => void;
}

/**
 * Looks the host up and connects to the first of its addresses that answers. Each address gets an equal share of the
 * time that is left, so that one that swallows packets does not use up the others'.
 */
export async function openSocket(request: SocketRequest): Promise<Result<Socket>> {
  const { target, clock, onPhase, onLog } = request;
  const deadline = clock.now() + request.limitSeconds * 1000;
  onPhase('resolving');
  const addresses = await lookUp(request);
  if (typeof addresses === 'string') return failed(connectFailure(addresses, target));
  onPhase('tcp');
  let code = 'ENOTFOUND';
  for (const [index, { address }] of addresses.entries()) {
    onLog(`Connecting to ${address}, port ${target.port}.`);
    const share = (deadline - clock.now()) / (addresses.length - index);
    const outcome = await connect(address, share, request);
    if (typeof outcome !== 'string') {
      onLog(`Connected to ${address}, port ${target.port}.`);
      return success(outcome);
    }
    // What an address met tells more than that the network has none of another one's kind.
    if (index === 0 || outcome !== 'ENETUNREACH') code = outcome;
    onLog(`No connection to ${address}, port ${target.port} (${code}).`);
    if (request.signal.aborted) break;
  }
  return failed(connectFailure(code, target));
}

/** TCP_NODELAY and SO_KEEPALIVE; on a running socket too. */
export function setSocketOptions(socket: Socket, options: SocketOptions): void {
  socket.setNoDelay(options.tcpNoDelay);
  socket.setKeepAlive(options.tcpKeepalives, keepaliveDelay);
}

const familyNumbers = { auto: 0, ipv4: 4, ipv6: 6 } as const;

/** The host's addresses in the system's order, or the code of what went wrong. */
export async function lookUp(
  request: Pick<SocketRequest, 'target' | 'family' | 'limitSeconds' | 'clock' | 'signal'>,
): Promise<readonly LookupAddress[] | string> {
  const family = familyNumbers[request.family];
  const found = lookup(request.target.host, { all: true, family, verbatim: true }).catch(codeOf);
  const addresses = (await within(request.clock, request.limitSeconds * 1000, request.signal, found)) ?? 'EAI_AGAIN';
  if (typeof addresses === 'string') return addresses;
  // An address, unlike a name, is given back whatever family was asked for.
  const fitting = addresses.filter((address) => family === 0 || address.family === family);
  return fitting.length === 0 && addresses.length > 0 ? 'EAFNOSUPPORT' : fitting;
}

/** A connected socket, or the code of what went wrong. */
async function connect(address: string, limit: number, request: SocketRequest): Promise<Socket | string> {
  const socket = connectLending({ host: address, port: request.target.port });
  socket.on('error', ignore);
  const outcome = once(socket, 'connect').then(() => socket, codeOf);
  const settled = await within(request.clock, limit, request.signal, outcome);
  if (settled !== socket) socket.destroy();
  return settled ?? 'ETIMEDOUT';
}

/** Stays: a socket without a listener for errors throws them. Of the module, so that it keeps nothing of how it was made. */
const ignore = () => undefined;

/** `error.code` of Node's system errors (https://nodejs.org/api/errors.html). */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
