import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import type { HostKey, HostKeyRules } from './host-key-policy.ts';
import { knownHostsName } from './host-pattern.ts';
import type { RecordedHost } from './known-hosts-file.ts';

/** Keys taken of one announcement: more than any server has. */
const maxKeys = 16;

/** Types worth recording: those that are ever accepted. */
const types = ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521', 'ssh-rsa'];

/** Keys that a server, known by one of its keys, announces and has proved to hold (OpenSSH's PROTOCOL 2.5). */
export interface Announcement {
  readonly host: string;
  readonly port: number;
  readonly keys: readonly HostKey[];
}

export interface KeyLearnerParts {
  /** Where keys are saved, for the question. */
  readonly ownFile: string;
  readonly recordedFor: (name: string, rules: HostKeyRules) => readonly RecordedHost[];
  /** Adds the keys to the own file; false if it can't be written, of which the user is told. */
  readonly append: (name: string, keys: readonly HostKey[]) => Promise<boolean>;
}

/**
 * Records announced keys that are not yet recorded, as OpenSSH's UpdateHostKeys: if the user says so, or the session's
 * rules. Nothing that is recorded is replaced or removed. What the user declined is not offered again in this run. Gives
 * a line for the log, or null.
 */
export function createKeyLearner({ ownFile, recordedFor, append }: KeyLearnerParts) {
  const declined = new Set<string>();

  const unrecorded = ({ keys }: Announcement, name: string, rules: HostKeyRules): readonly HostKey[] => {
    const lines = recordedFor(name, rules).filter(({ marker }) => marker !== 'cert-authority');
    return keys
      .slice(0, maxKeys)
      .filter(({ keyType, blob }) => types.includes(keyType) && !lines.some((line) => line.blob.equals(blob)));
  };

  return async (
    announcement: Announcement,
    rules: HostKeyRules,
    ask: (prompt: Prompt) => Promise<PromptAnswer>,
  ): Promise<string | null> => {
    const { host, port } = announcement;
    const name = knownHostsName(host, port);
    const found = unrecorded(announcement, name, rules);
    const listed = found.map(({ keyType, blob }) => ({ keyType, fingerprint: fingerprintOf(blob) }));
    const id = JSON.stringify([name, listed]);
    if (found.length === 0 || rules.updateHostKeys === 'no' || declined.has(id)) return null;
    if (rules.updateHostKeys === 'ask') {
      const answer = await ask({ kind: 'new-host-keys', host, port, keys: listed, file: ownFile });
      if (answer.kind !== 'accept-and-save') {
        declined.add(id);
        return 'The other host keys that the server announced were not saved.';
      }
    }
    // Meanwhile another session to the same host may have saved them.
    const wanted = unrecorded(announcement, name, rules);
    if (!(await append(name, wanted))) return null;
    return `Saved to ${ownFile}: ${listed.map(({ keyType, fingerprint }) => `${keyType} ${fingerprint}`).join(', ')}.`;
  };
}
