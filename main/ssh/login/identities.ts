import type { KeyObject } from 'node:crypto';
import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { type AgentKey, signByAgent } from '../agent/agent.ts';
import { typeOfBlob } from '../encoding.ts';
import { isCertificateType, parseCertificate } from '../keys/certificate.ts';
import type { CertificateFile } from '../keys/certificate-file.ts';
import { nameOfBlob, type PublicKey, publicBlobOf } from '../keys/public-key.ts';
import { keyFailure } from '../keys/read-file.ts';
import { signWith } from '../keys/signature.ts';
import { type PrivateKeyFile, type UnlockContext, unlock } from '../keys/unlock.ts';
import { certificateFacts, certificateProblem, plainBlobOf } from '../keys/user-certificate.ts';
import type { Identity } from './identity.ts';

/** A key that an agent signs with. */
export const agentIdentity = (key: AgentKey, signal: AbortSignal): Identity => ({
  type: typeOfBlob(key.blob),
  blob: key.blob,
  label: t("the agent's key {nameOfBlob}", { nameOfBlob: nameOfBlob(plainBlobOf(key.blob)) }),
  sign: (algorithm, data) => signByAgent(key, algorithm, data, signal),
});

/** A key in a file, which is opened when the first signature is asked for; null where its public part is not known. */
export function fileIdentity(keyFile: PrivateKeyFile, context: UnlockContext): Identity | null {
  return keyFile.publicKey === null ? null : identityOf(keyFile, keyFile.publicKey, () => unlock(keyFile, context));
}

/** A key in a file that tells its public part to who opens it alone. */
export async function openedIdentity(keyFile: PrivateKeyFile, context: UnlockContext): Promise<Result<Identity>> {
  const key = await unlock(keyFile, context);
  if (!key.ok) return key;
  const blob = publicBlobOf(key.value);
  if (blob === null)
    return failed(keyFailure(t('The key file {file} is of a kind not known here.', { file: keyFile.file })));
  return success(identityOf(keyFile, { type: typeOfBlob(blob), blob, comment: '' }, async () => key));
}

function identityOf(
  { file }: PrivateKeyFile,
  { type, blob }: PublicKey,
  open: () => Promise<Result<KeyObject>>,
): Identity {
  let opening: Promise<Result<KeyObject>> | null = null;
  return {
    type,
    blob,
    label: t('the key file {file}, {blob}', { file, blob: nameOfBlob(blob) }),
    sign: async (algorithm, data) => {
      opening ??= open();
      const key = await opening;
      return key.ok ? signed(key.value, algorithm, data, file) : key;
    },
  };
}

function signed(key: KeyObject, algorithm: string, data: Buffer, file: string): Result<Buffer> {
  try {
    return success(signWith(key, algorithm, data));
  } catch {
    return failed(
      keyFailure(
        t("This program's crypto library can't sign by {algorithm} with the key of {file}.", { algorithm, file }),
      ),
    );
  }
}

/** The same key, shown by its certificate. */
export const certified = ({ file, publicKey }: CertificateFile, identity: Identity): Identity => ({
  type: publicKey.type,
  blob: publicKey.blob,
  label: t('the certificate {file} with {label}', { file, label: identity.label }),
  sign: identity.sign,
});

/** What is to be said of a certificate before it is tried; nothing of a plain key. `now`: ms since 1970. */
export function certificateLog({ blob }: Identity, now: number): { facts: readonly string[]; problem: string | null } {
  const certificate = isCertificateType(typeOfBlob(blob)) ? parseCertificate(blob) : null;
  if (certificate === null) return { facts: [], problem: null };
  const problem = certificateProblem(certificate, now);
  return { facts: [certificateFacts(certificate), ...(problem === null ? [] : [problem])], problem };
}
