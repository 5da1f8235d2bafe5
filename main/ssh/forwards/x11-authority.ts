import { isIPv4, isIPv6, SocketAddress } from 'node:net';

/** One cookie of an authority file (Xau(3)). */
export interface AuthorityEntry {
  readonly family: number;
  readonly address: Buffer;
  /** The display's number; empty: all displays. */
  readonly display: string;
  readonly protocol: string;
  readonly data: Buffer;
}

/** Families of addresses in the file, from X.h and Xauth.h. */
export const families = { internet: 0, internet6: 6, local: 256, wild: 65_535 } as const;

export const cookieProtocol = 'MIT-MAGIC-COOKIE-1';

/** A file of more bytes than this is no authority file. */
export const maxAuthorityBytes = 1024 * 1024;

/** Reads an authority file up to its end, or to where it is damaged: what was read by then counts. */
export function parseAuthority(file: Buffer): readonly AuthorityEntry[] {
  const entries: AuthorityEntry[] = [];
  let at = 0;
  const number = () => {
    at += 2;
    return file.readUInt16BE(at - 2);
  };
  const counted = () => {
    const length = number();
    if (at + length > file.length) throw new RangeError();
    at += length;
    return file.subarray(at - length, at);
  };
  try {
    while (at < file.length) {
      const family = number();
      const [address, display, protocol, data] = [counted(), counted(), counted(), counted()];
      entries.push({
        family,
        address,
        display: display.toString('latin1'),
        protocol: protocol.toString('latin1'),
        data,
      });
    }
  } catch {
    // cut off
  }
  return entries;
}

/** Whose cookie is looked for: a display of this computer, or one at the address that was connected to. */
export interface CookieOwner {
  readonly hostName: string;
  readonly isLocal: boolean;
  /** Null for a socket that is a file. */
  readonly address: string | null;
  readonly display: string;
}

/**
 * The cookie of a display, or null. One of this computer may stand under a name that the computer had before; one for
 * another host goes to that host alone.
 */
export function cookieFor(entries: readonly AuthorityEntry[], owner: CookieOwner): Buffer | null {
  const { hostName, isLocal, address, display } = owner;
  const fitting = entries.filter(
    (entry) => entry.protocol === cookieProtocol && (entry.display === '' || entry.display === display),
  );
  const remote = address === null ? null : addressBytes(address);
  const tests: readonly ((entry: AuthorityEntry) => boolean)[] = [
    ({ family, address: at }) => isLocal && family === families.local && at.toString('latin1') === hostName,
    ({ family, address: at }) => remote !== null && family === remote.family && at.equals(remote.bytes),
    ({ family }) => family === families.wild,
    ({ family }) => isLocal && family === families.local,
  ];
  const found = tests.map((test) => fitting.find(test)).find((entry) => entry !== undefined);
  return found?.data ?? null;
}

function addressBytes(address: string): { readonly family: number; readonly bytes: Buffer } | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(plain)) return { family: families.internet, bytes: Buffer.from(plain.split('.').map(Number)) };
  if (!isIPv6(plain)) return null;
  return { family: families.internet6, bytes: ipv6Bytes(plain) };
}

function ipv6Bytes(address: string): Buffer {
  // Node writes it in its shortest form, without a zone.
  const { address: short } = new SocketAddress({ address: address.split('%')[0] ?? address, family: 'ipv6' });
  const [head = '', tail] = short.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const bytes = Buffer.alloc(16);
  for (const [index, group] of [...before, ...zeros, ...after].entries()) {
    bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2);
  }
  return bytes;
}
