import { createPrivateKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import ssh2, { type ParsedKey } from 'ssh2';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import { expandHome } from './expand-home.ts';
import { type KeyFormat, keyFormatOf } from './key-format.ts';
import { loginCancelled } from './login-context.ts';
import { codeOf } from './socket.ts';

/** Bytes; the largest real keys (RSA 16384) are 13 KB. */
const maxKeyFile = 256 * 1024;

/** As OpenSSH's NumberOfPasswordPrompts. */
const maxPassphrases = 3;

export interface KeyFileRequest {
  /** As in the profile: `~/` is the home folder. */
  readonly file: string;
  readonly homeDir: string;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
}

/** Reads a private key; asks for its passphrase if it has one. Fails with `key-unusable`, or `cancelled` by the user. */
export async function loadKeyFile(request: KeyFileRequest): Promise<Result<ParsedKey>> {
  const text = await read(expandHome(request.file, request.homeDir));
  if (!text.ok) return text;
  const format = keyFormatOf(text.value);
  if (format.kind !== 'private') return failed(wrongFormat(request.file, format));
  if (!format.encrypted) {
    const key = parse(text.value, format, undefined);
    return key === null
      ? failed(unusable(`The key file ${request.file} is damaged or of a kind not known here.`))
      : success(key);
  }
  for (let attempt = 0; attempt < maxPassphrases; attempt += 1) {
    const answer = await request.ask({ kind: 'passphrase', keyFile: request.file, retry: attempt > 0 });
    if (answer.kind !== 'text') return failed(loginCancelled('passphrase of the key'));
    const key = parse(text.value, format, answer.text);
    if (key !== null) return success(key);
  }
  return failed(unusable(`The key file ${request.file} could not be opened with the passphrases given.`));
}

async function read(file: string): Promise<Result<string>> {
  try {
    const status = await stat(file);
    if (status.isDirectory()) return failed(unusable(`${file} is a folder, not a key file.`));
    // A pipe or a device may have no end.
    if (!status.isFile()) return failed(unusable(`${file} is not a file.`));
    if (status.size > maxKeyFile) return failed(unusable(`The file ${file} is too large to be a key.`));
    return success(await readFile(file, 'utf8'));
  } catch (error) {
    return failed(unreadable(file, codeOf(error)));
  }
}

type PrivateFormat = Extract<KeyFormat, { readonly kind: 'private' }>;

/** Null if it cannot be read: with a passphrase it was the wrong one, most likely. */
function parse(text: string, { encoding }: PrivateFormat, passphrase: string | undefined): ParsedKey | null {
  const readable = encoding === 'pkcs8' ? olderPem(text, passphrase) : text;
  if (readable === null) return null;
  const parsed = ssh2.utils.parseKey(readable, passphrase);
  const key = Array.isArray(parsed) ? parsed[0] : parsed;
  return key === undefined || key instanceof Error || !key.isPrivateKey() ? null : key;
}

/** ssh2 does not read PKCS#8; Node does, and writes the older forms for RSA and ECDSA. */
function olderPem(text: string, passphrase: string | undefined): string | null {
  try {
    const key = createPrivateKey({ key: text, ...(passphrase === undefined ? {} : { passphrase }) });
    const type = key.asymmetricKeyType === 'rsa' ? 'pkcs1' : 'sec1';
    return key.export({ type, format: 'pem' }).toString();
  } catch {
    return null;
  }
}

const unusable = (message: string, hint?: string): Failure => ({
  code: 'key-unusable',
  message,
  retryable: false,
  field: 'keyFile',
  ...(hint === undefined ? {} : { hint }),
});

function unreadable(file: string, code: string): Failure {
  switch (code) {
    case 'ENOENT':
      return unusable(`The key file ${file} does not exist.`);
    case 'EACCES':
    case 'EPERM':
      return unusable(`The key file ${file} may not be read by this user.`);
    default:
      return unusable(`The key file ${file} could not be read (${code}).`);
  }
}

function wrongFormat(file: string, format: KeyFormat): Failure {
  switch (format.kind) {
    case 'putty':
      return unusable(
        `The key file ${file} is in PuTTY's format, which is not read yet.`,
        'In PuTTYgen, load it and choose Conversions, Export OpenSSH key.',
      );
    case 'public':
      return unusable(`${file} holds a public key; the private one is needed to log in.`);
    default:
      return unusable(`${file} is not a private key in OpenSSH or PEM format.`);
  }
}
