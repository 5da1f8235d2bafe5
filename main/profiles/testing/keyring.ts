import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** safeStorage on a key of its own, for tests: another one can't read what this one has encrypted. */
export function createKeyring(backend: 'gnome_libsecret' | 'basic_text' | 'unknown' = 'gnome_libsecret') {
  const key = randomBytes(32);
  return {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text: string) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    decryptStringAsync: async (data: Buffer) => {
      const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, 12));
      decipher.setAuthTag(data.subarray(12, 28));
      const result = decipher.update(data.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      return { result, shouldReEncrypt: false };
    },
  };
}
