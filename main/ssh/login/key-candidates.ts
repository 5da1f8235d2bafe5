import { join } from 'node:path';
import { failed, type Result, success } from '#contract/failure.ts';
import { expandHome } from '#contract/files/home-folder.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { AgentKey } from '../agent/agent.ts';
import { type CertificateFile, certificateBeside, readCertificateFile } from '../keys/certificate-file.ts';
import { type KeyFile, readKeyFile } from '../keys/key-file.ts';
import type { OpenKey } from '../keys/open-key.ts';
import { keyFailure } from '../keys/read-file.ts';
import type { UnlockContext } from '../keys/unlock.ts';
import { plainBlobOf } from '../keys/user-certificate.ts';
import { agentIdentity, certified, fileIdentity, openedIdentity } from './identities.ts';
import type { Identity } from './identity.ts';

export interface CandidatesRequest extends UnlockContext {
  readonly profile: Profile;
  readonly homeDir: string;
  /** All that the agents hold; empty where they are not to be asked. */
  readonly agentKeys: readonly AgentKey[];
  readonly signal: AbortSignal;
  /** Default: in this thread. */
  readonly openKey?: OpenKey;
}

/** As OpenSSH, without the kinds that nobody makes any more; the best first, since each try counts (MaxAuthTries). */
const defaultNames = ['id_ed25519', 'id_ecdsa', 'id_rsa'];

/**
 * What a login by key tries, in its order: the key files that the user named, by the agent if that holds it, so that no
 * passphrase is asked; the agent's other keys; without a key file OpenSSH's default files. A certificate goes before its
 * key. Each once. A failure is of one file.
 */
export async function* keyCandidates(request: CandidatesRequest): AsyncGenerator<Result<Identity>, void> {
  const { profile, homeDir, agentKeys, signal, openKey } = request;
  const offered = new Set<string>();
  const isNew = (result: Result<Identity>): boolean => {
    if (!result.ok) return true;
    const name = result.value.blob.toString('base64');
    return !offered.has(name) && Boolean(offered.add(name));
  };
  const named = [profile.keyFile, ...profile.moreKeyFiles].filter((file) => file !== '');
  for (const file of named) {
    for await (const result of namedFile(request, file)) if (isNew(result)) yield result;
  }
  const defaults = named.length === 0 && profile.tryDefaultKeys ? await defaultFiles(homeDir, openKey) : [];
  if (!profile.identitiesOnly) {
    for (const key of certificatesFirst(agentKeys)) {
      const result = success(agentIdentity(key, signal));
      if (isNew(result)) yield result;
    }
  }
  for (const keyFile of defaults) {
    // Of one whose public part can't be read nobody knows whether the server wants it: no question is worth that.
    if (keyFile.kind === 'private' && keyFile.isEncrypted && keyFile.publicKey === null) continue;
    for await (const result of identitiesOf(keyFile, await certificateBeside(keyFile.file), request)) {
      if (isNew(result)) yield result;
    }
  }
}

/** In the agent's order, but for each certificate, which ssh-add puts behind its key: it goes before. */
const certificatesFirst = (keys: readonly AgentKey[]): readonly AgentKey[] =>
  keys.flatMap((key) => [
    ...keys.filter(({ blob }) => !blob.equals(key.blob) && plainBlobOf(blob).equals(key.blob)),
    key,
  ]);

async function* namedFile(request: CandidatesRequest, file: string): AsyncGenerator<Result<Identity>, void> {
  const { profile, homeDir, openKey } = request;
  const keyFile = await readKeyFile(expandHome(file, homeDir), openKey);
  if (!keyFile.ok) {
    yield keyFile;
    return;
  }
  let certificate: CertificateFile | null;
  if (profile.certificateFile === '' || file !== profile.keyFile)
    certificate = await certificateBeside(keyFile.value.file);
  else {
    const named = await readCertificateFile(expandHome(profile.certificateFile, homeDir));
    if (!named.ok) yield named;
    certificate = named.ok ? named.value : null;
  }
  yield* identitiesOf(keyFile.value, certificate, request);
}

/** The ways to show one key: certificates first, and signed by the agent where that holds it. */
async function* identitiesOf(
  keyFile: KeyFile,
  certificate: CertificateFile | null,
  request: CandidatesRequest,
): AsyncGenerator<Result<Identity>, void> {
  const { agentKeys, signal } = request;
  const shown = keyFile.publicKey?.blob;
  const held = shown === undefined ? [] : agentKeys.filter((key) => plainBlobOf(key.blob).equals(plainBlobOf(shown)));
  const byAgent = held.find((key) => plainBlobOf(key.blob).equals(key.blob));
  const identity = byAgent === undefined ? await byFile(keyFile, request) : success(agentIdentity(byAgent, signal));

  for (const key of held) if (key !== byAgent) yield success(agentIdentity(key, signal));
  if (identity.ok && certificate !== null) {
    yield certificate.certificate.key.equals(identity.value.blob)
      ? success(certified(certificate, identity.value))
      : failed(
          keyFailure(
            t('The certificate {file} is of another key than {file2}.', {
              file: certificate.file,
              file2: keyFile.file,
            }),
            {
              field: 'certificateFile',
            },
          ),
        );
  }
  // Where the agent holds its certificate, that is all that a file with the public key stands for.
  if (identity.ok || held.length === 0) yield identity;
}

async function byFile(keyFile: KeyFile, context: UnlockContext): Promise<Result<Identity>> {
  if (keyFile.kind === 'private') {
    const identity = fileIdentity(keyFile, context);
    return identity === null ? openedIdentity(keyFile, context) : success(identity);
  }
  return failed(
    keyFile.isHardware
      ? keyFailure(t('The key of {file} is on a security key, and no agent holds it.', { file: keyFile.file }), {
          hint: t('Load it into an agent, which can ask the security key: ssh-add, then connect again.'),
        })
      : keyFailure(
          t('{file} holds a public key, and no agent holds the private one that is needed to log in.', {
            file: keyFile.file,
          }),
        ),
  );
}

/** Those of the default files that are there and can be read. */
async function defaultFiles(homeDir: string, openKey: OpenKey | undefined): Promise<readonly KeyFile[]> {
  const read = await Promise.all(defaultNames.map((name) => readKeyFile(join(homeDir, '.ssh', name), openKey)));
  return read.flatMap((result) => (result.ok ? [result.value] : []));
}
