import { typeOfBlob } from '../encoding.ts';

/** PuTTY's key file, versions 2 and 3 (appendix C of PuTTY's manual), as it stands in the file. */
export interface PpkFile {
  readonly type: string;
  readonly isEncrypted: boolean;
  /** As bytes: they are in no known character set, and count for the MAC. */
  readonly comment: Buffer;
  readonly publicBlob: Buffer;
  /** Encrypted, or not. */
  readonly privateBlob: Buffer;
  readonly mac: Buffer;
  readonly derivation: Derivation;
}

/** How the keys of the encryption and of the MAC come from the passphrase. */
export type Derivation =
  /** Version 2. */
  | { readonly kind: 'sha1' }
  /** Version 3 without encryption: there is nothing to derive. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'Argon2i' | 'Argon2d' | 'Argon2id';
      readonly memoryKib: number;
      readonly passes: number;
      readonly parallelism: number;
      readonly salt: Buffer;
    };

export const isPpk = (text: string): boolean => text.startsWith('PuTTY-User-Key-File-');

/** The version that the first line names: 1 was of before 2001. */
export const ppkVersion = (text: string): number =>
  Number(/^PuTTY-User-Key-File-(\d{1,9}):/.exec(text)?.[1] ?? Number.NaN);

/** `text` has a character for each byte of the file. Null where it is damaged, or of a version other than 2 and 3. */
export function parsePpk(text: string): PpkFile | null {
  const fields = fieldsOf(text);
  const version = ppkVersion(text);
  const type = fields?.get(`PuTTY-User-Key-File-${version}`);
  const derivation = fields === null ? null : derivationOf(version, fields);
  if (fields === null || type === undefined || derivation === null) return null;

  const encryption = fields.get('Encryption');
  const isEncrypted = encryption === 'aes256-cbc';
  const publicBlob = Buffer.from(fields.get('Public-Lines') ?? '', 'base64');
  const privateBlob = Buffer.from(fields.get('Private-Lines') ?? '', 'base64');
  const mac = Buffer.from(fields.get('Private-MAC') ?? '', 'hex');
  const isWhole =
    (isEncrypted || encryption === 'none') &&
    typeOfBlob(publicBlob) === type &&
    privateBlob.length > 0 &&
    (!isEncrypted || privateBlob.length % cipherBlock === 0) &&
    mac.length === (version === 2 ? 20 : 32);
  if (!isWhole) return null;
  const comment = Buffer.from(fields.get('Comment') ?? '', 'latin1');
  return { type, isEncrypted, comment, publicBlob, privateBlob, mac, derivation };
}

/** Bytes; of AES. */
const cipherBlock = 16;

/** Each line's value by its name; that of `…-Lines: N` is the N lines that follow, joined. Null where one is broken. */
function fieldsOf(text: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '' && at === lines.length - 1) break;
    const [, name, value] = /^([\w-]+): ?(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return null;
    if (!name.endsWith('-Lines')) {
      fields.set(name, value);
      continue;
    }
    const count = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
    const body = lines.slice(at + 1, at + 1 + count);
    if (body.length !== count || !body.every((part) => /^[A-Za-z0-9+/=]*$/.test(part))) return null;
    fields.set(name, body.join(''));
    at += count;
  }
  return fields;
}

function derivationOf(version: number, fields: ReadonlyMap<string, string>): Derivation | null {
  if (version === 2) return { kind: 'sha1' };
  if (version !== 3) return null;
  if (fields.get('Encryption') === 'none') return { kind: 'none' };
  const kind = fields.get('Key-Derivation');
  if (kind !== 'Argon2i' && kind !== 'Argon2d' && kind !== 'Argon2id') return null;
  const number = (name: string) => {
    const value = fields.get(name) ?? '';
    return /^\d{1,10}$/.test(value) ? Number(value) : 0;
  };
  const [memoryKib, passes, parallelism] = [
    number('Argon2-Memory'),
    number('Argon2-Passes'),
    number('Argon2-Parallelism'),
  ];
  const salt = Buffer.from(fields.get('Argon2-Salt') ?? '', 'hex');
  // Least values of Argon2 itself (RFC 9106, 3.1), and those of the library for the salt.
  const isUsable = passes > 0 && parallelism > 0 && memoryKib >= 8 * parallelism && salt.length >= 8;
  return isUsable ? { kind, memoryKib, passes, parallelism, salt } : null;
}
