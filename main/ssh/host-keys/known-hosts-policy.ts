import { assertNever, failed, type Result, success } from '#contract/failure.ts';
import { expandHome } from '#contract/files/home-folder.ts';
import { t } from '#contract/language/language.ts';
import type { Prompt } from '#contract/session/prompt.ts';
import { parseCertificate } from '../keys/certificate.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { createKeyLearner } from './announced-keys.ts';
import { judgeCertificate } from './host-certificate.ts';
import type { HostKey, HostKeyAcceptance, HostKeyPolicy, HostKeyRules, OfferedHostKey } from './host-key-policy.ts';
import { knownHostsName, sshPort } from './host-pattern.ts';
import { knownHostsLine, linesOf } from './known-hosts.ts';
import { appendKnownHost, codeOf, readKnownHosts } from './known-hosts-file.ts';
import { notConfigured, parseManualHostKeys } from './manual-keys.ts';
import { createPins } from './pins.ts';
import { changedFailure, judgeHostKey, notRecorded, rejected, revokedFailure, typesOf } from './verdict.ts';

export interface HostKeyPolicyOptions {
  /** The known_hosts file that is only ever read, unless a session names another: `~/.ssh/known_hosts`. */
  readonly readFile: string;
  /** The one that the administrator of this computer keeps, read in any case: ssh(1)'s GlobalKnownHostsFile. */
  readonly systemFile?: string;
  /** Holdfast's own file, which is read too, and to which keys that the user accepts are added. */
  readonly ownFile: string;
  /** What `~` in the name of a file stands for. */
  readonly homeDir: string;
  /** Something to tell the user that does not stop the connection: a file that can't be read or written. */
  readonly onNotice: (text: string) => void;
}

/**
 * Trust on first use, as OpenSSH has it with StrictHostKeyChecking=ask: a recorded key is accepted, a revoked or a
 * changed one is refused without a question, and the user is asked about an unknown one. "Accept once" holds for the
 * same key of the same host until the program ends. A session's rules may accept or refuse unknown keys without a
 * question, or name the keys that alone are accepted.
 */
export function createHostKeyPolicy(options: HostKeyPolicyOptions): HostKeyPolicy {
  const { ownFile, homeDir, onNotice } = options;
  const pins = createPins();
  const told = new Set<string>(); // each file once: it is read again and again
  const tellUnreadable = (file: string, code: string) => {
    if (!told.has(file)) onNotice(t('The known host keys in {file} could not be read ({code}).', { file, code }));
    told.add(file);
  };
  const filesFor = ({ knownHostsFile }: HostKeyRules) => [
    ...new Set([
      knownHostsFile === '' ? options.readFile : expandHome(knownHostsFile, homeDir),
      ...(options.systemFile === undefined ? [] : [options.systemFile]),
      ownFile,
    ]),
  ];
  const recordedFor = (name: string, rules: HostKeyRules) =>
    linesOf(name, readKnownHosts(filesFor(rules), tellUnreadable));

  /** As in OpenSSH, an authority that is recorded for a host certifies what listens on its other ports too. */
  const certifyingFor = (host: string, port: number, rules: HostKeyRules) => [
    ...recordedFor(knownHostsName(host, port), rules),
    ...(port === sshPort ? [] : recordedFor(host.toLowerCase(), rules)),
  ];

  /** What the files say by themselves. */
  const decide = (offered: OfferedHostKey, name: string, rules: HostKeyRules): Decision => {
    const verdict = judgeHostKey(offered.keyType, offered.blob, recordedFor(name, rules));
    switch (verdict.kind) {
      case 'known':
        return settled(success('known'));
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
  const save = async (offered: OfferedHostKey, name: string, rules: HostKeyRules): Promise<Checked> => {
    // While this session asked, another one to the same host may have saved this key, or another one.
    const decision = decide(offered, name, rules);
    if (decision.kind === 'settled') return decision.result;
    try {
      await appendKnownHost(ownFile, knownHostsLine(name, offered));
      return success('saved');
    } catch (error) {
      pins.add(name, offered);
      onNotice(
        t(
          'The host key of {host} was accepted, but could not be saved to {ownFile} ({error}). After a restart of Holdfast you will be asked again.',
          { host: offered.host, ownFile, error: codeOf(error) },
        ),
      );
      return success('once');
    }
  };
  let saving: Promise<unknown> = Promise.resolve();
  const saveInTurn = (offered: OfferedHostKey, name: string, rules: HostKeyRules): Promise<Checked> => {
    const saved = saving.then(() => save(offered, name, rules));
    saving = saved;
    return saved;
  };

  const append = async (name: string, keys: readonly HostKey[]): Promise<boolean> => {
    try {
      for (const key of keys) await appendKnownHost(ownFile, knownHostsLine(name, key));
      return true;
    } catch (error) {
      onNotice(
        t('The other keys of a host could not be saved to {ownFile} ({error}).', { ownFile, error: codeOf(error) }),
      );
      return false;
    }
  };

  return {
    knownKeys: (host, port, rules) => {
      if (rules.manualHostKeys !== '') return { types: [], hasAuthority: false };
      const name = knownHostsName(host, port);
      const hasAuthority = certifyingFor(host, port, rules).some(({ marker }) => marker === 'cert-authority');
      return { types: [...new Set([...typesOf(recordedFor(name, rules)), ...pins.typesOf(name)])], hasAuthority };
    },
    learn: createKeyLearner({ ownFile, recordedFor, append }),
    check: async (shown, rules, ask) => {
      const manual = parseManualHostKeys(rules.manualHostKeys);
      if (!manual.ok) return manual;
      if (manual.value !== null) return manual.value(shown.blob) ? success('configured') : notConfigured(shown);
      const certificate = parseCertificate(shown.blob);
      if (certificate !== null) {
        const lines = certifyingFor(shown.host, shown.port, rules);
        const verdict = judgeCertificate(certificate, { host: shown.host, lines, now: Date.now() });
        if (verdict.kind === 'refused') return failed(verdict.failure);
        if (verdict.kind === 'certified') return success('certified');
      }
      const offered = certificate === null ? shown : { ...shown, keyType: certificate.keyType, blob: certificate.key };
      const name = knownHostsName(offered.host, offered.port);
      const decision = decide(offered, name, rules);
      if (decision.kind === 'settled') return decision.result;
      if (pins.has(name, offered)) return success('once');
      if (rules.hostKeyChecking === 'yes') return notRecorded(offered);
      // Beside keys of other types it may be one that somebody in between has made: that is the user's to judge.
      if (rules.hostKeyChecking === 'accept-new' && decision.knownTypes.length === 0)
        return saveInTurn(offered, name, rules);
      const answer = await ask(questionAbout(offered, decision.knownTypes));
      if (answer.kind === 'accept-and-save') return saveInTurn(offered, name, rules);
      if (answer.kind !== 'accept-once') return rejected(offered); // whatever else an answer is, it is no consent
      pins.add(name, offered);
      return success('once');
    },
  };
}

type Checked = Result<HostKeyAcceptance>;

type Decision =
  | { readonly kind: 'settled'; readonly result: Checked }
  | { readonly kind: 'ask'; readonly knownTypes: readonly string[] };

const settled = (result: Checked): Decision => ({ kind: 'settled', result });

const questionAbout = (offered: OfferedHostKey, knownTypes: readonly string[]): Prompt => ({
  kind: 'unknown-host-key',
  host: offered.host,
  port: offered.port,
  keyType: offered.keyType,
  fingerprint: fingerprintOf(offered.blob),
  knownTypes,
});
