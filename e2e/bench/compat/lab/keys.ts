import { execFile } from 'node:child_process';
import { generateKeyPair } from 'node:crypto';
import { copyFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type LabAgent, startAgent } from '../../../lab/agent.ts';
import { type Authority, makeAuthority } from '../../../lab/certificates.ts';
import { type KeyPair, keyPairOf, makeKeyPair } from '../../../lab/key-pair.ts';
import { makePpk } from '../../../lab/ppk.ts';
import { requireProgram } from '../../../lab/programs.ts';
import { passphrase } from '../clients/login.ts';
import { type KeyFormat, type KeyName, keyTypes } from './key-types.ts';
import type { Lab } from './lab.ts';

export interface Keys {
  /** A key of ssh-keygen's, not encrypted. */
  readonly plain: (name: KeyName) => Promise<KeyPair>;
  readonly inFormat: (name: KeyName, format: KeyFormat, encrypted: boolean) => Promise<KeyPair>;
  readonly authority: () => Promise<Authority>;
  /** Another key, which a certificate for the user beside its file lets in. */
  readonly certified: (name: KeyName) => Promise<KeyPair>;
  /** An agent that holds that key alone, with its certificate if it has one. */
  readonly agentOf: (key: KeyPair) => Promise<LabAgent>;
}

/** Keys of all kinds, each made by the real program when it is first asked for. */
export function createKeys(lab: Lab, userName: string): Keys {
  const { folder } = lab;
  const fileNameOf = (words: string) => words.replaceAll(/\W+/g, '-').toLowerCase();
  const plain = lab.each((name: KeyName) => makeKeyPair(folder, fileNameOf(name), keyTypes[name]));
  const authorityIn = lab.each(() => makeAuthority(folder));
  const authority = () => authorityIn('');

  const certified = lab.each(async (name: KeyName) => {
    const key = await makeKeyPair(folder, `certified-${fileNameOf(name)}`, keyTypes[name]);
    await (await authority()).certify(`${key.file}.pub`, { principals: [userName] });
    return key;
  });

  let agents = 0;
  const agentOf = lab.each(async (file: string) => {
    agents += 1;
    const agent = await startAgent(folder, `agent-${agents}`);
    lab.undo(agent.stop);
    await agent.add(file);
    return agent;
  });

  const made = new Map<string, Promise<KeyPair>>();
  const inFormat = (name: KeyName, format: KeyFormat, encrypted: boolean): Promise<KeyPair> => {
    const words = `${name} ${format} ${encrypted ? 'encrypted' : 'open'}`;
    const file = join(folder, fileNameOf(words));
    const key = made.get(words) ?? write({ key: plain(name), name, format, file, phrase: encrypted ? passphrase : '' });
    made.set(words, key);
    return key;
  };
  return { plain, inFormat, authority, certified, agentOf: ({ file }) => agentOf(file) };
}

interface Writing {
  readonly key: Promise<KeyPair>;
  readonly name: KeyName;
  readonly format: KeyFormat;
  readonly file: string;
  /** Empty: not encrypted. */
  readonly phrase: string;
}

/** Writes a key as another file. */
async function write({ key, name, format, file, phrase }: Writing): Promise<KeyPair> {
  switch (format) {
    case 'OpenSSH':
      return rewrite(await key, file, phrase, 'RFC4716');
    case 'PEM':
      return rewrite(await key, file, phrase, 'PEM');
    case 'PKCS#8':
      return name === 'Ed25519' ? makeEd25519(file, phrase) : rewrite(await key, file, phrase, 'PKCS8');
    case 'PPK 2':
    case 'PPK 3': {
      const { file: from } = await key;
      const [version] = format.slice(-1);
      const { type } = keyTypes[name];
      const param = `version=${version}`;
      return makePpk(dirname(file), `${basename(file)}.ppk`, { type, from, passphrase: phrase, param });
    }
  }
}

/** ssh-keygen takes a change of the passphrase for a change of the format too. */
async function rewrite(key: KeyPair, file: string, phrase: string, format: string): Promise<KeyPair> {
  await copyFile(key.file, file);
  const args = ['-q', '-p', '-P', '', '-N', phrase, '-m', format, '-f', file];
  await promisify(execFile)(requireProgram('ssh-keygen'), args);
  return keyPairOf(file, key.publicLine);
}

/** ssh-keygen writes Ed25519 in its own format alone; OpenSSL, which Node has, in PKCS#8. */
async function makeEd25519(file: string, phrase: string): Promise<KeyPair> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('ed25519');
  const encryption = phrase === '' ? {} : { cipher: 'aes-256-cbc', passphrase: phrase };
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem', ...encryption }), { mode: 0o600 });
  const point = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const fields = [Buffer.from('ssh-ed25519'), point].flatMap((field) => [Buffer.of(0, 0, 0, field.length), field]);
  return keyPairOf(file, `ssh-ed25519 ${Buffer.concat(fields).toString('base64')}`);
}
