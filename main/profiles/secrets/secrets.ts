import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { english, t } from '#contract/language/language.ts';
import { type SavedSecret, type SecretKey, type SecretsReport, secretId } from '#contract/secret.ts';
import { replaceFile } from '../storage/durable.ts';
import { codeOf, storageFailure } from '../storage/storage-failure.ts';
import type { Vault } from './vault.ts';

/**
 * The passwords and passphrases that the user had saved, encrypted, in a file of their own. There are no backups: what
 * is removed is gone. One that can't be decrypted stays, since its vault may be open the next time.
 */
export interface SecretsStore {
  readonly report: () => Promise<SecretsReport>;
  readonly canSave: () => Promise<boolean>;
  readonly find: (key: SecretKey) => Promise<string | null>;
  readonly save: (key: SecretKey, text: string) => Promise<Result<null>>;
  readonly remove: (id: string) => Result<null>;
}

export interface SecretsOptions {
  readonly folder: string;
  readonly vault: Vault;
  /** Wall clock, ms. */
  readonly wallClock: () => number;
}

/** Raised when an older version could misread the file. */
const schemaVersion = 1;

interface Entry {
  readonly key: SecretKey;
  readonly backend: string;
  readonly at: number;
  /** Base64 of what the vault encrypted. */
  readonly data: string;
}

/** What stands in the file now. Entries that can't be read are carried along. */
type Found =
  | { readonly kind: 'good'; readonly entries: readonly unknown[] }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'blocked'; readonly failure: Failure };

export function createSecrets({ folder, vault, wallClock }: SecretsOptions): SecretsStore {
  const file = join(folder, 'secrets.json');

  const entries = (): readonly Entry[] => {
    const found = readFile(file, folder);
    return found.kind === 'good' ? found.entries.filter(isEntry) : [];
  };
  const change = (step: (entries: readonly unknown[]) => readonly unknown[]): Result<null> => {
    const found = readFile(file, folder);
    if (found.kind === 'blocked') return failed(found.failure);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (found.kind === 'damaged') replaceFile(file, `${file}.corrupt-${wallClock()}`);
      const secrets = step(found.kind === 'good' ? found.entries : []);
      const text = `${JSON.stringify({ schemaVersion, secrets }, null, 2)}\n`;
      writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
      replaceFile(`${file}.new`, file);
      return success(null);
    } catch (error) {
      return failed(storageFailure(error, english('The saved passwords'), folder));
    }
  };
  const without = (items: readonly unknown[], id: string) =>
    items.filter((item) => !isEntry(item) || secretId(item.key) !== id);

  return {
    report: async () => ({ vault: await vault.status(), secrets: entries().map(toSecret) }),
    canSave: async () => (await vault.status()).kind === 'ready',
    find: async (key) => {
      const entry = entries().find((candidate) => secretId(candidate.key) === secretId(key));
      if (entry === undefined) return null;
      return (await vault.status()).kind === 'ready' ? vault.decrypt(entry.data) : null;
    },
    save: async (key, text) => {
      const status = await vault.status();
      if (status.kind === 'missing') return failed(notSaved(status.why));
      try {
        const entry: Entry = { key, backend: status.backend, at: wallClock(), data: await vault.encrypt(text) };
        return change((items) => [...without(items, secretId(key)), entry]);
      } catch {
        return failed(notSaved(t('The vault of this system did not take it, so nothing was saved.')));
      }
    },
    remove: (id) => change((items) => without(items, id)),
  };
}

function readFile(file: string, folder: string): Found {
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isRecord(data) || typeof data.schemaVersion !== 'number' || !Array.isArray(data.secrets)) {
      return { kind: 'damaged' };
    }
    return data.schemaVersion > schemaVersion
      ? { kind: 'blocked', failure: newer() }
      : { kind: 'good', entries: data.secrets };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'good', entries: [] };
    if (error instanceof SyntaxError) return { kind: 'damaged' };
    return { kind: 'blocked', failure: storageFailure(error, english('The saved passwords'), folder) };
  }
}

const toSecret = ({ key, backend, at }: Entry): SavedSecret => ({ id: secretId(key), key, backend, at });

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const isEntry = (data: unknown): data is Entry =>
  isRecord(data) &&
  isKey(data.key) &&
  typeof data.backend === 'string' &&
  typeof data.at === 'number' &&
  typeof data.data === 'string';

function isKey(data: unknown): data is SecretKey {
  if (!isRecord(data)) return false;
  const { kind, user, host, port, question, key, file } = data;
  if (kind === 'passphrase') return typeof key === 'string' && typeof file === 'string';
  const isOfHost = typeof user === 'string' && typeof host === 'string' && typeof port === 'number';
  if (kind === 'answer') return isOfHost && typeof question === 'string';
  return isOfHost && (kind === 'password' || kind === 'proxy-password');
}

const newer = (): Failure => ({
  code: 'storage-newer',
  message: t('The saved passwords were written by a newer version of Holdfast. They are left as they are.'),
  retryable: false,
  hint: t('Update Holdfast to use them.'),
});

const notSaved = (message: string): Failure => ({ code: 'storage-failed', message, retryable: true });
