import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { type PublicKey, publicKeyOfLine } from './public-key.ts';
import { keyFailure, readSmallFile } from './read-file.ts';

export interface CertificateFile {
  readonly file: string;
  readonly publicKey: PublicKey;
  readonly certificate: Certificate;
}

/** Reads a certificate as ssh-keygen -s writes it. */
export async function readCertificateFile(file: string): Promise<Result<CertificateFile>> {
  const bytes = await readSmallFile(file, 'certificate', 'certificateFile');
  if (!bytes.ok) return bytes;
  const publicKey = publicKeyOfLine(bytes.value.toString('utf8').trimStart().split(/\r?\n/, 1)[0] ?? '');
  const certificate = publicKey === null ? null : parseCertificate(publicKey.blob);
  return publicKey === null || certificate === null
    ? failed(keyFailure(t('{file} is not an OpenSSH certificate.', { file }), { field: 'certificateFile' }))
    : success({ file, publicKey, certificate });
}

/** Where ssh-keygen writes the certificate of the key in `keyFile`; null if there is none. */
export async function certificateBeside(keyFile: string): Promise<CertificateFile | null> {
  const found = await readCertificateFile(`${keyFile.replace(/\.pub$/, '')}-cert.pub`);
  return found.ok ? found.value : null;
}
