import type { SafeStorage } from 'electron';
import { t } from '#contract/language/language.ts';
import type { VaultStatus } from '#contract/secret.ts';

/** The system's store of keys, by which secrets are encrypted for this user alone. */
export interface Vault {
  readonly status: () => Promise<VaultStatus>;
  /** Base64. Rejects where the vault is locked or gone. */
  readonly encrypt: (text: string) => Promise<string>;
  /** Null where the vault can't decrypt it: locked, another one than it was encrypted with, or damaged. */
  readonly decrypt: (data: string) => Promise<string | null>;
}

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** Electron's safeStorage, where a real vault is behind it. */
export const createVault = (storage: Storage, platform: NodeJS.Platform): Vault => ({
  status: () => statusOf(storage, platform),
  encrypt: async (text) => (await storage.encryptStringAsync(text)).toString('base64'),
  decrypt: async (data) => {
    try {
      return (await storage.decryptStringAsync(Buffer.from(data, 'base64'))).result;
    } catch {
      return null;
    }
  },
});

async function statusOf(storage: Storage, platform: NodeJS.Platform): Promise<VaultStatus> {
  const backend = backendOf(storage, platform);
  // Without a keyring, Chromium encrypts with a password that everybody knows.
  if (backend === 'basic_text' || backend === 'unknown') return { kind: 'missing', why: noKeyring() };
  try {
    if (await storage.isAsyncEncryptionAvailable()) return { kind: 'ready', backend };
  } catch {
    // The same to the user.
  }
  return { kind: 'missing', why: notAvailable() };
}

function backendOf(storage: Storage, platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'dpapi';
  return platform === 'darwin' ? 'keychain' : storage.getSelectedStorageBackend();
}

const noKeyring = () =>
  t(
    'Passwords and passphrases cannot be saved: this desktop has no keyring, such as GNOME Keyring or KWallet, that would keep them safe.',
  );

const notAvailable = () => t('Passwords and passphrases cannot be saved: the vault of this system is not available.');
