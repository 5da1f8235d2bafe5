import { assertNever, failed, type Result } from '#contract/failure.ts';
import type { Prompt } from '#contract/prompt.ts';
import type { HostKeyPolicy, OfferedHostKey } from '../host-key-policy.ts';
import { fingerprintOf } from './fingerprint.ts';
import { hashedName, knownHostsName } from './host-pattern.ts';
import { linesOf } from './known-hosts.ts';
import { appendKnownHost, codeOf, readKnownHosts } from './known-hosts-file.ts';
import { createPins } from './pins.ts';
import { accepted, changedFailure, judgeHostKey, rejected, revokedFailure, typesOf } from './verdict.ts';

export interface HostKeyPolicyOptions {
  /** known_hosts files that are only ever read, such as `~/.ssh/known_hosts`. */
  readonly readFiles: readonly string[];
  /** Holdfast's own file, which is read too, and to which keys that the user accepts are added. */
  readonly ownFile: string;
  /** Something to tell the user that does not stop the connection: a file that can't be read or written. */
  readonly onNotice: (text: string) => void;
}

/**
 * Trust on first use, as OpenSSH has it with StrictHostKeyChecking=ask: a recorded key is accepted, a revoked or a
 * changed one is refused without a question, and the user is asked about an unknown one. "Accept once" holds for the
 * same key of the same host until the program ends.
 */
export function createHostKeyPolicy({ readFiles, ownFile, onNotice }: HostKeyPolicyOptions): HostKeyPolicy {
  const files = [...new Set([...readFiles, ownFile])];
  const pins = createPins();
  const told = new Set<string>(); // each file once: it is read again and again
  const tellUnreadable = (file: string, code: string) => {
    if (!told.has(file)) onNotice(`The known host keys in ${file} could not be read (${code}).`);
    told.add(file);
  };
  const recordedFor = (name: string) => linesOf(name, readKnownHosts(files, tellUnreadable));

  /** What the files say by themselves. */
  const decide = (offered: OfferedHostKey, name: string): Decision => {
    const verdict = judgeHostKey(offered.keyType, offered.blob, recordedFor(name));
    switch (verdict.kind) {
      case 'known':
        return settled(accepted);
      case 'revoked':
        return settled(failed(revokedFailure(offered, verdict.line)));
      case 'changed':
        return settled(failed(changedFailure(offered, verdict.lines)));
      case 'unknown':
        return { kind: 'ask', knownTypes: [...new Set([...verdict.otherTypes, ...pins.typesOf(name)])] };
      default:
        return assertNever(verdict);
    }
  };

  /** A key that can't be saved is pinned: the user did accept it. */
  const save = async (offered: OfferedHostKey, name: string): Promise<Result<null>> => {
    // While this session asked, another one to the same host may have saved this key, or another one.
    const decision = decide(offered, name);
    if (decision.kind === 'settled') return decision.result;
    try {
      await appendKnownHost(ownFile, lineFor(offered, name));
    } catch (error) {
      pins.add(name, offered);
      onNotice(
        `The host key of ${offered.host} was accepted, but could not be saved to ${ownFile} (${codeOf(error)}). ` +
          'After a restart of Holdfast you will be asked again.',
      );
    }
    return accepted;
  };
  let saving: Promise<unknown> = Promise.resolve();

  return {
    knownTypes: (host, port) => {
      const name = knownHostsName(host, port);
      return [...new Set([...typesOf(recordedFor(name)), ...pins.typesOf(name)])];
    },
    check: async (offered, ask) => {
      const name = knownHostsName(offered.host, offered.port);
      const decision = decide(offered, name);
      if (decision.kind === 'settled') return decision.result;
      if (pins.has(name, offered)) return accepted;
      const answer = await ask(questionAbout(offered, decision.knownTypes));
      if (answer.kind === 'accept-and-save') {
        const saved = saving.then(() => save(offered, name));
        saving = saved;
        return saved;
      }
      if (answer.kind !== 'accept-once') return rejected(offered); // whatever else an answer is, it is no consent
      pins.add(name, offered);
      return accepted;
    },
  };
}

type Decision =
  | { readonly kind: 'settled'; readonly result: Result<null> }
  | { readonly kind: 'ask'; readonly knownTypes: readonly string[] };

const settled = (result: Result<null>): Decision => ({ kind: 'settled', result });

const questionAbout = (offered: OfferedHostKey, knownTypes: readonly string[]): Prompt => ({
  kind: 'unknown-host-key',
  host: offered.host,
  port: offered.port,
  keyType: offered.keyType,
  fingerprint: fingerprintOf(offered.blob),
  knownTypes,
});

/** Names with other characters could be read as patterns, lists or comments: they are recorded hashed. */
const plainName = /^[\p{L}\p{N}._:%[\]-]+$/u;

function lineFor({ keyType, blob }: OfferedHostKey, name: string): string {
  const hosts = plainName.test(name) ? name : hashedName(name);
  return `${hosts} ${keyType} ${Buffer.from(blob).toString('base64')}`;
}
