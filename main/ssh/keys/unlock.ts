import type { KeyObject } from 'node:crypto';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { loginCancelled } from '../connection-failures.ts';
import { harmlessLine } from '../sanitise.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { KeptPassphrases } from './kept-passphrases.ts';
import type { KeyFile } from './key-file.ts';
import type { Opening } from './opening.ts';
import { publicBlobOf } from './public-key.ts';
import { keyFailure } from './read-file.ts';

/** As OpenSSH's NumberOfPasswordPrompts. */
const maxPassphrases = 3;

export interface UnlockContext {
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly passphrases: KeptPassphrases;
}

export type PrivateKeyFile = Extract<KeyFile, { readonly kind: 'private' }>;

/** Opens a private key; asks for its passphrase if it has one. Fails with `key-unusable`, or `cancelled` by the user. */
export async function unlock(keyFile: PrivateKeyFile, { ask, passphrases }: UnlockContext): Promise<Result<KeyObject>> {
  const { file, publicKey, isEncrypted } = keyFile;
  if (!isEncrypted) return opened(keyFile, await keyFile.open('')) ?? failed(damagedFile(file));
  const fingerprint = publicKey === null ? null : fingerprintOf(publicKey.blob);
  const name = fingerprint ?? file;
  const kept = passphrases.get(name);
  if (kept !== null) {
    const known = opened(keyFile, await keyFile.open(kept));
    if (known !== null) return known;
  }
  const comment = publicKey === null ? '' : harmlessLine(publicKey.comment);
  for (let attempt = 0; attempt < maxPassphrases; attempt += 1) {
    const answer = await ask({ kind: 'passphrase', keyFile: file, comment, fingerprint, retry: attempt > 0 });
    if (answer.kind !== 'text') return failed(loginCancelled(t('passphrase of the key')));
    const result = opened(keyFile, await keyFile.open(answer.text));
    if (result === null) continue;
    if (result.ok && answer.keep === 'run') passphrases.keep(name, answer.text);
    return result;
  }
  return failed(keyFailure(t('The key file {file} could not be opened with the passphrases given.', { file })));
}

/** Null where another passphrase may do. */
function opened({ file, publicKey }: PrivateKeyFile, opening: Opening): Result<KeyObject> | null {
  switch (opening.kind) {
    case 'open': {
      const belongs = publicKey === null || publicBlobOf(opening.key)?.equals(publicKey.blob) === true;
      return belongs ? success(opening.key) : failed(otherPublicFile(file));
    }
    case 'wrong-passphrase':
      return null;
    case 'damaged':
      return failed(damagedFile(file));
  }
}

const damagedFile = (file: string): Failure =>
  keyFailure(t('The key file {file} is damaged or of a kind not known here.', { file }));

const otherPublicFile = (file: string): Failure =>
  keyFailure(t('{file}.pub is the public key of another file than {file}.', { file }), {
    hint: t('Remove it, or write it again: ssh-keygen -y -f {file} > {file}.pub', { file }),
  });
