import { join } from 'node:path';
import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { matchesHost } from './host-pattern.ts';
import { type KnownHost, parseKnownHosts } from './known-hosts.ts';
import { appendKnownHost, codeOf, readKnownHosts } from './known-hosts-file.ts';
import { knownHostsLineOf, readPuttyHostKeys } from './putty-host-keys.ts';

export interface ImportedKeysOptions {
  /** Its `.ssh/known_hosts` is read, and never written. */
  readonly homeDir: string;
  /** Where Holdfast's own `known_hosts` is, to which keys are added. */
  readonly folder: string;
}

/**
 * Host keys of other programs. A key is added only to a host for which none of its type is recorded: a second one would
 * be accepted beside the first, and that is not for a file to decide. Nothing is replaced or removed.
 */
export function createImportedKeys({ homeDir, folder }: ImportedKeysOptions) {
  const ownFile = join(folder, 'known_hosts');
  const recorded = () => readKnownHosts([join(homeDir, '.ssh', 'known_hosts'), ownFile], () => undefined);
  return {
    lineOf: knownHostsLineOf,
    entriesIn: readPuttyHostKeys,
    /** Certificate authorities and revocations are left where they are: they speak of more than one host. */
    linesIn: (text: string): readonly string[] => {
      const lines = text.split('\n');
      return parseKnownHosts(text)
        .filter(({ marker }) => marker === 'none')
        .flatMap(({ line }) => lines[line - 1]?.trim() ?? []);
    },
    judge: (lines: readonly string[]): Judged => {
      const here = recorded();
      const fresh: string[] = [];
      const taken = new Map<string, readonly Buffer[]>();
      const conflicting: string[] = [];
      let known = 0;
      for (const line of lines) {
        const [key] = parseKnownHosts(line);
        if (key === undefined) continue;
        const hosts = line.split(/\s/, 1)[0] ?? '';
        const id = `${hosts} ${key.keyType}`;
        const others = here.filter((other) => isForSame(key, other));
        const recordedHere = [
          ...others.filter(({ marker }) => marker === 'none').map(({ blob }) => blob),
          ...(taken.get(id) ?? []),
        ];
        const isRevoked = others.some(({ marker, blob }) => marker === 'revoked' && blob.equals(key.blob));
        if (!isRevoked && recordedHere.some((blob) => blob.equals(key.blob))) known += 1;
        else if (isRevoked || recordedHere.length > 0) conflicting.push(hosts);
        else {
          fresh.push(line);
          taken.set(id, [key.blob]);
        }
      }
      return { fresh, known, conflicting };
    },
    add: async (lines: readonly string[]): Promise<Result<null>> => {
      try {
        await appendKnownHost(ownFile, lines.join('\n'));
        return success(null);
      } catch (error) {
        return failed({
          code: 'storage-failed',
          message: t('The host keys could not be written to {ownFile} ({error}).', { ownFile, error: codeOf(error) }),
          retryable: true,
        });
      }
    },
  };
}

interface Judged {
  readonly fresh: readonly string[];
  /** How many are recorded already. */
  readonly known: number;
  /** Hosts for which another key of the type is recorded, or the key is revoked. */
  readonly conflicting: readonly string[];
}

/** Whether a recorded line speaks of one of the key's hosts, and of its type; a revoked key is for every host. */
function isForSame(key: KnownHost, other: KnownHost): boolean {
  if (other.marker === 'cert-authority' || other.keyType !== key.keyType) return false;
  if (key.hosts.kind === 'hashed') {
    return other.hosts.kind === 'hashed' && other.hosts.hash.equals(key.hosts.hash);
  }
  return key.hosts.items.some((name) => matchesHost(other.hosts, name));
}
