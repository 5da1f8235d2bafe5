import type { StoredHostKey } from '../read.ts';
import type { RegistryKey } from './registry-file.ts';

/** PuTTY's settings, wherever they were stored. */
export interface PuttyStore {
  /** By name as it is stored, with its keys. */
  readonly sessions: readonly { readonly storedName: string; readonly keys: ReadonlyMap<string, string> }[];
  readonly hostKeys: readonly StoredHostKey[];
}

/** The key under which PuTTY keeps all: under whichever user it was exported. */
const sessionPath = /\\SimonTatham\\PuTTY\\Sessions\\([^\\]+)$/i;
const hostKeyPath = /\\SimonTatham\\PuTTY\\SshHostKeys$/i;

/** What a .reg file holds of PuTTY's. */
export const puttyStoreOf = (registry: readonly RegistryKey[]): PuttyStore => ({
  sessions: registry.flatMap(({ path, values }) => {
    const [, storedName] = sessionPath.exec(path) ?? [];
    return storedName === undefined ? [] : [{ storedName, keys: values }];
  }),
  hostKeys: registry
    .filter(({ path }) => hostKeyPath.test(path))
    .flatMap(({ values }) => [...values].map(([name, value]) => ({ name, value }))),
});

/** The keys of one session as PuTTY on Unix writes it to a file: `key=value` lines. */
export const parsePuttyFile = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf('=');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : [];
    }),
  );
