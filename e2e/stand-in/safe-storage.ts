import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';

/** Names the file that has the key of the stand-in's keyring. Without it there is no keyring, as on a bare desktop. */
const keyFile = env.HOLDFAST_STAND_IN_KEYRING;

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Electron's safeStorage, with a keyring that specs can give, take away, and exchange. */
export const safeStorage = {
  isEncryptionAvailable: () => keyFile !== undefined,
  isAsyncEncryptionAvailable: async () => keyFile !== undefined,
  getSelectedStorageBackend: () => (keyFile === undefined ? ('basic_text' as const) : ('gnome_libsecret' as const)),
  encryptString: encrypt,
  decryptString: decrypt,
  encryptStringAsync: async (text: string) => encrypt(text),
  decryptStringAsync: async (encrypted: Buffer) => ({ result: decrypt(encrypted), shouldReEncrypt: false }),
};

function encrypt(text: string): Buffer {
  const iv = randomBytes(ivBytes);
  const encrypting = createCipheriv(cipher, key(), iv);
  const body = Buffer.concat([encrypting.update(text, 'utf8'), encrypting.final()]);
  return Buffer.concat([iv, encrypting.getAuthTag(), body]);
}

function decrypt(encrypted: Buffer): string {
  const decrypting = createDecipheriv(cipher, key(), encrypted.subarray(0, ivBytes));
  decrypting.setAuthTag(encrypted.subarray(ivBytes, ivBytes + tagBytes));
  return decrypting.update(encrypted.subarray(ivBytes + tagBytes), undefined, 'utf8') + decrypting.final('utf8');
}

function key(): Buffer {
  if (keyFile === undefined) throw new Error('Encryption is not available.');
  if (!existsSync(keyFile)) writeFileSync(keyFile, randomBytes(32), { mode: 0o600 });
  return readFileSync(keyFile);
}
