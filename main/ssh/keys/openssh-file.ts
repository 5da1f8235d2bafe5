import { createPrivateKey } from 'node:crypto';
import ssh2 from 'ssh2';
import { decode } from '../encoding.ts';
import { damaged, type Opening, wrongPassphrase } from './opening.ts';
import { isPairOf } from './private-key.ts';

/** OpenSSH's own key file (PROTOCOL.key), as far as it can be read without its passphrase. */
export interface OpensshFile {
  readonly text: string;
  readonly isEncrypted: boolean;
  /** Of bcrypt; 0 where the file is not encrypted. */
  readonly rounds: number;
  readonly publicBlob: Buffer;
}

const magic = Buffer.from('openssh-key-v1\0');

/** Null where it is damaged. */
export function parseOpensshFile(text: string): OpensshFile | null {
  const body = /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END OPENSSH PRIVATE KEY-----/.exec(
    text,
  )?.[1];
  const bytes = Buffer.from(body ?? '', 'base64');
  if (!bytes.subarray(0, magic.length).equals(magic)) return null;
  return decode(bytes.subarray(magic.length), (reader): OpensshFile | null => {
    const cipher = reader.text();
    const derivation = reader.text();
    const options = reader.string();
    const keys = reader.uint32();
    const publicBlob = reader.string();
    const privatePart = reader.string();
    const isEncrypted = cipher !== 'none';
    const rounds = isEncrypted ? roundsOf(options) : 0;
    const isWhole =
      keys === 1 && privatePart.length > 0 && (derivation === 'bcrypt') === isEncrypted && rounds !== null;
    return isWhole ? { text, isEncrypted, rounds: rounds ?? 0, publicBlob } : null;
  });
}

const roundsOf = (options: Buffer): number | null =>
  decode(options, (reader) => {
    reader.string(); // the salt
    return reader.uint32();
  });

/** Rounds of bcrypt that take about 5 s here. ssh-keygen takes 16 or 24; `-a 100` is what its users are advised. */
const maxRounds = 300;

export const asksTooMuch = ({ rounds }: OpensshFile): boolean => rounds > maxRounds;

export function openOpensshFile({ text, isEncrypted, publicBlob }: OpensshFile, passphrase: string | null): Opening {
  const failure = isEncrypted ? wrongPassphrase : damaged;
  const parsed = ssh2.utils.parseKey(text, passphrase ?? undefined);
  const found = Array.isArray(parsed) ? parsed[0] : parsed;
  if (found === undefined || found instanceof Error || !found.isPrivateKey()) return failure;
  try {
    const key = createPrivateKey(found.getPrivatePEM());
    // The file could be decrypted, so that the passphrase is not what is wrong.
    return isPairOf(key, publicBlob) ? { kind: 'open', key } : damaged;
  } catch {
    return damaged;
  }
}
