/** Bytes at most until a SOCKS client has said where it wants to go: two names of 255 characters and what is around. */
export const maxSocksBytes = 600;

/** What the bytes of a SOCKS client so far come to. `used` of them were read. */
export type SocksStep =
  | { readonly kind: 'more' }
  /** Not SOCKS, or something that is not offered: `reply` is sent, and the connection closed. */
  | { readonly kind: 'refused'; readonly reply: Buffer }
  /** SOCKS5 begins with the choice of a login: `reply` says "none". */
  | { readonly kind: 'greeted'; readonly reply: Buffer; readonly used: number }
  | { readonly kind: 'connect'; readonly request: SocksRequest; readonly used: number };

export interface SocksRequest {
  readonly version: 4 | 5;
  readonly host: string;
  readonly port: number;
}

export type SocksOutcome = 'connected' | 'forbidden' | 'unreachable' | 'failed' | 'unsupported';

const codes4 = { connected: 90, forbidden: 91, unreachable: 91, failed: 91, unsupported: 91 } as const;
const codes5 = { connected: 0, failed: 1, forbidden: 2, unreachable: 5, unsupported: 7 } as const;

/** The answer to a request (the SOCKS4 memo; RFC 1928, 6). The address bound is not known here: it is given as zero. */
export const socksReply = (version: 4 | 5, outcome: SocksOutcome): Buffer =>
  version === 4
    ? Buffer.from([0, codes4[outcome], 0, 0, 0, 0, 0, 0])
    : Buffer.from([5, codes5[outcome], 0, 1, 0, 0, 0, 0, 0, 0]);

const more: SocksStep = { kind: 'more' };
const notSocks: SocksStep = { kind: 'refused', reply: Buffer.alloc(0) };
const refused = (version: 4 | 5, outcome: SocksOutcome): SocksStep => ({
  kind: 'refused',
  reply: socksReply(version, outcome),
});

const connectCommand = 1;

/** Reads SOCKS4, 4a and 5; `greeted` says that the choice of a login is over. CONNECT alone is offered. */
export function readSocks(bytes: Buffer, greeted: boolean): SocksStep {
  const [version] = bytes;
  if (version === undefined) return more;
  if (version === 5) return greeted ? readRequest5(bytes) : readGreeting(bytes);
  return version === 4 && !greeted ? readRequest4(bytes) : notSocks;
}

/** RFC 1928, 3. Without a login: the port is open to this computer's users alone unless the user wants it otherwise. */
function readGreeting(bytes: Buffer): SocksStep {
  const count = bytes[1];
  if (count === undefined || bytes.length < 2 + count) return more;
  const takesNone = bytes.subarray(2, 2 + count).includes(0);
  if (!takesNone) return { kind: 'refused', reply: Buffer.from([5, 0xff]) };
  return { kind: 'greeted', reply: Buffer.from([5, 0]), used: 2 + count };
}

/** RFC 1928, 4 and 5. */
function readRequest5(bytes: Buffer): SocksStep {
  if (bytes.length < 5) return more;
  const lengths: Readonly<Record<number, number>> = { 1: 4, 3: 1 + (bytes[4] ?? 0), 4: 16 };
  const type = bytes[3] ?? 0;
  const length = lengths[type];
  if (length === undefined) return refused(5, 'failed');
  const used = 4 + length + 2;
  if (bytes.length < used) return more;
  if (bytes[1] !== connectCommand) return refused(5, 'unsupported');
  const address = bytes.subarray(4, 4 + length);
  const host = type === 3 ? address.subarray(1).toString() : numericHost(address);
  return connectTo({ version: 5, host, port: bytes.readUInt16BE(used - 2) }, used);
}

/** The SOCKS4 memo and its extension 4A: after the address 0.0.0.x a name follows. */
function readRequest4(bytes: Buffer): SocksStep {
  const userEnd = bytes.indexOf(0, 8);
  if (bytes.length < 9 || userEnd === -1) return more;
  const address = bytes.subarray(4, 8);
  const hasName = address.readUInt32BE(0) > 0 && address.readUInt32BE(0) < 256;
  const nameEnd = hasName ? bytes.indexOf(0, userEnd + 1) : userEnd;
  if (nameEnd === -1) return more;
  if (bytes[1] !== connectCommand) return refused(4, 'unsupported');
  const host = hasName ? bytes.toString('utf8', userEnd + 1, nameEnd) : numericHost(address);
  return connectTo({ version: 4, host, port: bytes.readUInt16BE(2) }, nameEnd + 1);
}

function connectTo(request: SocksRequest, used: number): SocksStep {
  const isFit = request.port > 0 && /^[^\s\p{Cc}\ufffd]{1,255}$/u.test(request.host);
  return isFit ? { kind: 'connect', request, used } : refused(request.version, 'failed');
}

function numericHost(address: Buffer): string {
  if (address.length === 4) return [...address].join('.');
  return Array.from({ length: 8 }, (_, index) => address.readUInt16BE(index * 2).toString(16)).join(':');
}
