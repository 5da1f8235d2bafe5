import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { typeOfBlob } from '../encoding.ts';
import { type OpenKey, openKeyHere, type SealedKey } from './open-key.ts';
import type { Opening } from './opening.ts';
import { asksTooMuch, parseOpensshFile } from './openssh-file.ts';
import { isCostly, parsePemFile } from './pem-file.ts';
import { isPpk, parsePpk, ppkVersion } from './ppk-file.ts';
import { isTooMuchWork } from './ppk-opening.ts';
import { type PublicKey, publicKeyOfLine } from './public-key.ts';
import { keyFailure, readSmallFile } from './read-file.ts';

/** A file that the user names as their key. */
export type KeyFile =
  | {
      readonly kind: 'private';
      readonly file: string;
      readonly isEncrypted: boolean;
      /** Null where neither the file nor a `.pub` beside it tells before the passphrase is known. */
      readonly publicKey: PublicKey | null;
      /** `passphrase` counts where the file is encrypted. */
      readonly open: (passphrase: string) => Promise<Opening>;
    }
  /** A public key, or one whose private part is on a security key: an agent may have the rest. */
  | { readonly kind: 'public'; readonly file: string; readonly publicKey: PublicKey; readonly isHardware: boolean };

/** Reads a key file in any of the formats that PuTTY, OpenSSH and OpenSSL write. Fails with `key-unusable`. */
export async function readKeyFile(file: string, openKey: OpenKey = openKeyHere): Promise<Result<KeyFile>> {
  const bytes = await readSmallFile(file, t('key file'), 'keyFile');
  if (!bytes.ok) return bytes;
  // A character for each byte: passphrases are never in it, and the comment of a PPK file counts byte by byte.
  const text = bytes.value.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (isPpk(text)) return readPpk(file, text, openKey);
  if (/^-----BEGIN OPENSSH PRIVATE KEY-----/m.test(text)) return readOpenssh(file, text, openKey);
  const pemText = text.replaceAll('\r\n', '\n');
  const pem = parsePemFile(pemText);
  if (pem !== null) {
    if (isCostly(pem)) return failed(tooCostly(file));
    const open = opener(openKey, { format: 'pem', text: pemText }, pem.isEncrypted);
    return success({
      kind: 'private',
      file,
      isEncrypted: pem.isEncrypted,
      publicKey: await publicKeyBeside(file),
      open,
    });
  }
  return readPublic(file, bytes.value.toString('utf8'));
}

function readPpk(file: string, text: string, openKey: OpenKey): Result<KeyFile> {
  const ppk = parsePpk(text);
  const version = ppkVersion(text);
  if (version > 3 || version === 1)
    return failed(
      keyFailure(t("{file} is in version {version} of PuTTY's format, which is not known.", { file, version })),
    );
  if (ppk === null) return failed(keyFailure(t('The key file {file} is damaged.', { file })));
  if (isTooMuchWork(ppk)) return failed(tooCostly(file));
  const { type, isEncrypted, publicBlob } = ppk;
  const publicKey = { type, blob: publicBlob, comment: ppk.comment.toString('utf8') };
  const open = opener(openKey, { format: 'ppk', text }, isEncrypted);
  return success({ kind: 'private', file, isEncrypted, publicKey, open });
}

async function readOpenssh(file: string, text: string, openKey: OpenKey): Promise<Result<KeyFile>> {
  const openssh = parseOpensshFile(text);
  if (openssh === null) return failed(keyFailure(t('The key file {file} is damaged.', { file })));
  const { isEncrypted, publicBlob: blob } = openssh;
  // The comment is in the encrypted part; the public file beside has it too.
  const beside = await publicKeyBeside(file);
  const comment = beside?.blob.equals(blob) === true ? beside.comment : '';
  const publicKey = { type: typeOfBlob(blob), blob, comment };
  if (publicKey.type.startsWith('sk-')) return success({ kind: 'public', file, publicKey, isHardware: true });
  if (asksTooMuch(openssh)) return failed(tooCostly(file));
  const open = opener(openKey, { format: 'openssh', text }, isEncrypted);
  return success({ kind: 'private', file, isEncrypted, publicKey, open });
}

const opener = (openKey: OpenKey, key: SealedKey, isEncrypted: boolean) => (passphrase: string) =>
  openKey(key, isEncrypted ? passphrase : null);

function readPublic(file: string, text: string): Result<KeyFile> {
  const publicKey = publicKeyOfLine(text.trimStart().split(/\r?\n/, 1)[0] ?? '');
  if (publicKey !== null) return success({ kind: 'public', file, publicKey, isHardware: false });
  const isPublic = /^(---- BEGIN SSH2 PUBLIC KEY|-----BEGIN (RSA )?PUBLIC KEY)/m.test(text);
  return failed(
    keyFailure(
      isPublic
        ? t('{file} holds a public key; the private one is needed to log in.', { file })
        : t("{file} is not a private key in OpenSSH's, PuTTY's or PEM format.", { file }),
    ),
  );
}

/** ssh-keygen writes it beside each private key. */
async function publicKeyBeside(file: string): Promise<PublicKey | null> {
  const bytes = await readSmallFile(`${file}.pub`, t('public key'), 'keyFile');
  return bytes.ok ? publicKeyOfLine(bytes.value.toString('utf8').split(/\r?\n/, 1)[0] ?? '') : null;
}

const tooCostly = (file: string) =>
  keyFailure(
    t('Opening the key file {file} would hold this program up for too long: its encryption asks for too much work.', {
      file,
    }),
    {
      hint: t('Save it again with the usual settings: in PuTTYgen, or by ssh-keygen -p.'),
    },
  );
