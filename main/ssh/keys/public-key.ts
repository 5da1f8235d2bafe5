import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { encodeMpint, encodeString, typeOfBlob } from '../encoding.ts';
import { derIntegers } from './der.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What a server is shown of a key, and what the user knows it by. */
export interface PublicKey {
  /** As in RFC 4253, 6.6, such as `ssh-ed25519`; that of a certificate where `blob` is one. */
  readonly type: string;
  readonly blob: Buffer;
  /** What its owner wrote beside it; not made harmless. */
  readonly comment: string;
}

/** Type and fingerprint, as `ssh-add -l` prints them. */
export const nameOfBlob = (blob: Uint8Array): string => `${typeOfBlob(blob)} ${fingerprintOf(blob)}`;

/** The curves of RFC 5656 by JWK's names. */
const curves: { readonly [_ in string]?: string } = {
  'P-256': 'nistp256',
  'P-384': 'nistp384',
  'P-521': 'nistp521',
};

/** The public key's encoding (RFC 4253, 6.6; RFC 5656, 3.1; RFC 8709, 4), or null for kinds that SSH does not have. */
export function publicBlobOf(key: KeyObject): Buffer | null {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  switch (publicKey.asymmetricKeyType) {
    case 'rsa': {
      const { e, n } = publicKey.export({ format: 'jwk' });
      return Buffer.concat([encodeString('ssh-rsa'), encodeMpint(decoded(e)), encodeMpint(decoded(n))]);
    }
    case 'ec': {
      const { crv, x, y } = publicKey.export({ format: 'jwk' });
      const curve = curves[crv ?? ''];
      if (curve === undefined) return null;
      const point = Buffer.concat([Buffer.of(4), decoded(x), decoded(y)]);
      return Buffer.concat([encodeString(`ecdsa-sha2-${curve}`), encodeString(curve), encodeString(point)]);
    }
    case 'ed25519':
      return Buffer.concat([encodeString('ssh-ed25519'), encodeString(decoded(publicKey.export({ format: 'jwk' }).x))]);
    case 'dsa': {
      // JWK has no DSA.
      const numbers = derIntegers(publicKey.export({ type: 'spki', format: 'der' }));
      return Buffer.concat([encodeString('ssh-dss'), ...numbers.map(encodeMpint)]);
    }
    default:
      return null;
  }
}

const decoded = (field: JsonWebKey['x']): Buffer => Buffer.from(field ?? '', 'base64url');

/** Reads a line of a `.pub` file: type, base64, comment (sshd(8), AUTHORIZED_KEYS, without options). */
export function publicKeyOfLine(line: string): PublicKey | null {
  const [, type = '', base64 = '', comment = ''] =
    /^([\w@.-]+)[ \t]+([A-Za-z0-9+/]+=*)(?:[ \t]+(.*))?$/.exec(line.trim()) ?? [];
  const blob = Buffer.from(base64, 'base64');
  return type !== '' && typeOfBlob(blob) === type ? { type, blob, comment: comment.trim() } : null;
}
