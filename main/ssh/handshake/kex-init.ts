import { english } from '#contract/language/language.ts';
import { decode, encodeString } from '../encoding.ts';

/** The name-lists of an SSH_MSG_KEXINIT (RFC 4253, 7.1), in its order, without the languages; `Out` is client to server. */
export interface AlgorithmLists {
  readonly kex: readonly string[];
  readonly hostKey: readonly string[];
  readonly cipherOut: readonly string[];
  readonly cipherIn: readonly string[];
  readonly macOut: readonly string[];
  readonly macIn: readonly string[];
  readonly compressionOut: readonly string[];
  readonly compressionIn: readonly string[];
}

const kexInitMessage = 20;
const cookieBytes = 16;

/** Where the first name-list begins in a payload. */
const kexMethodsAt = 1 + cookieBytes;

/** Reads an unencrypted packet after its length field; null if it is no KEXINIT, or a broken one. */
export function parseKexInit(packet: Buffer): AlgorithmLists | null {
  return packet.length === 0 ? null : kexInitLists(packet.subarray(1));
}

/** Reads the payload of a packet: message number, cookie, name-lists. */
export function kexInitLists(packet: Buffer): AlgorithmLists | null {
  if (packet[0] !== kexInitMessage) return null;
  return decode(packet.subarray(kexMethodsAt), (reader) => {
    const names = () => reader.string().toString('latin1').split(',').filter(Boolean);
    return {
      kex: names(),
      hostKey: names(),
      cipherOut: names(),
      cipherIn: names(),
      macOut: names(),
      macIn: names(),
      compressionOut: names(),
      compressionIn: names(),
    };
  });
}

/** The same payload with other key exchange methods. */
export function withKexMethods(payload: Buffer, names: readonly string[]): Buffer {
  const rest = payload.subarray(kexMethodsAt + 4 + payload.readUInt32BE(kexMethodsAt));
  return Buffer.concat([payload.subarray(0, kexMethodsAt), encodeString(names.join(',')), rest]);
}

/** What the two sides have no common algorithm for, and what the server offers there. */
export interface MissingAlgorithm {
  readonly category: 'key exchange method' | 'host key type' | 'cipher' | 'MAC' | 'compression method';
  readonly serverOffers: readonly string[];
}

/** Not negotiable: signals in the list of key exchange methods (RFC 8308, OpenSSH's strict key exchange). */
export const isSignal = (name: string) => name.startsWith('ext-info-') || name.startsWith('kex-strict-');

/** Ciphers that authenticate by themselves and so need no MAC (RFC 5647, OpenSSH PROTOCOL 1.6). */
const isAuthenticating = (cipher: string) => cipher.includes('-gcm') || cipher.startsWith('chacha20-poly1305');

/** The first category without a common algorithm, or null if all have one. */
export function missingAlgorithm(client: AlgorithmLists, server: AlgorithmLists): MissingAlgorithm | null {
  const first = (ours: readonly string[], theirs: readonly string[]) => ours.find((name) => theirs.includes(name));
  const needsMac = (cipher: string | undefined) => cipher !== undefined && !isAuthenticating(cipher);
  const cipherOut = first(client.cipherOut, server.cipherOut);
  const cipherIn = first(client.cipherIn, server.cipherIn);
  const kex = server.kex.filter((name) => !isSignal(name));
  const agreed: readonly (readonly [MissingAlgorithm['category'], readonly string[], unknown])[] = [
    [english('key exchange method'), kex, first(client.kex, kex)],
    [english('host key type'), server.hostKey, first(client.hostKey, server.hostKey)],
    [english('cipher'), server.cipherOut, cipherOut],
    [english('cipher'), server.cipherIn, cipherIn],
    [english('MAC'), server.macOut, !needsMac(cipherOut) || first(client.macOut, server.macOut)],
    [english('MAC'), server.macIn, !needsMac(cipherIn) || first(client.macIn, server.macIn)],
    [english('compression method'), server.compressionOut, first(client.compressionOut, server.compressionOut)],
    [english('compression method'), server.compressionIn, first(client.compressionIn, server.compressionIn)],
  ];
  const missing = agreed.find(([, , common]) => common === undefined);
  return missing === undefined ? null : { category: missing[0], serverOffers: missing[1] };
}
