const refuse = (): never => {
  throw new Error('Encryption is not available.');
};

/** There is no keyring behind the stand-in, so no secret can be kept. */
export const safeStorage = {
  isEncryptionAvailable: () => false,
  isAsyncEncryptionAvailable: async () => false,
  getSelectedStorageBackend: () => 'basic_text' as const,
  encryptString: refuse,
  decryptString: refuse,
  encryptStringAsync: async () => refuse(),
  decryptStringAsync: async () => refuse(),
};
