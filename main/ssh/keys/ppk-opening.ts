import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { argon2d, argon2i, argon2id } from 'hash-wasm';
import { encodeString, encodeUint32, stringsOf } from '../encoding.ts';
import { damaged, type Opening, wrongPassphrase } from './opening.ts';
import type { Derivation, PpkFile } from './ppk-file.ts';
import { privateKeyFrom } from './private-key.ts';

/**
 * What an opening may cost at most: memory, KiB, and memory times passes, KiB; the second is about 4 s on an ordinary
 * computer. puttygen takes 8 MiB and as many passes as run in 0.1 s.
 */
const maxMemoryKib = 1024 * 1024;
const maxWorkKib = 2 * maxMemoryKib;
const maxParallelism = 64;

/** Whether opening the key would hold the program up: the file asks for more work than any key that is in use. */
export function isTooMuchWork({ derivation }: PpkFile): boolean {
  if (derivation.kind === 'sha1' || derivation.kind === 'none') return false;
  const { memoryKib, passes, parallelism } = derivation;
  return memoryKib > maxMemoryKib || memoryKib * passes > maxWorkKib || parallelism > maxParallelism;
}

/** Decrypts it, and checks its MAC. */
export async function openPpk(file: PpkFile, passphrase: string): Promise<Opening> {
  if (file.isEncrypted && passphrase === '') return wrongPassphrase;
  const { cipherKey, iv, macKey } = await deriveKeys(file.derivation, passphrase);
  const privateBlob = file.isEncrypted ? decrypt(file.privateBlob, cipherKey, iv) : file.privateBlob;
  const key = privateKeyFrom(file.publicBlob, stringsOf(privateBlob));
  const mac = createHmac(file.derivation.kind === 'sha1' ? 'sha1' : 'sha256', macKey)
    .update(macInput(file, privateBlob))
    .digest();
  if (mac.length === file.mac.length && timingSafeEqual(mac, file.mac))
    return key === null ? damaged : { kind: 'open', key };
  // Only the right passphrase brings the right numbers to light: then it is the rest of the file that was changed.
  return key === null && file.isEncrypted ? wrongPassphrase : damaged;
}

interface Keys {
  readonly cipherKey: Buffer;
  readonly iv: Buffer;
  readonly macKey: Buffer;
}

async function deriveKeys(derivation: Derivation, passphrase: string): Promise<Keys> {
  const nothing = Buffer.alloc(0);
  switch (derivation.kind) {
    case 'none':
      return { cipherKey: nothing, iv: nothing, macKey: nothing };
    case 'sha1': {
      const part = (index: number) => createHash('sha1').update(encodeUint32(index)).update(passphrase).digest();
      return {
        cipherKey: Buffer.concat([part(0), part(1)]).subarray(0, 32),
        iv: Buffer.alloc(16),
        macKey: createHash('sha1').update('putty-private-key-file-mac-key').update(passphrase).digest(),
      };
    }
    default: {
      const { memoryKib, passes, parallelism, salt } = derivation;
      const derive = { Argon2i: argon2i, Argon2d: argon2d, Argon2id: argon2id }[derivation.kind];
      const bytes = Buffer.from(
        await derive({
          password: Buffer.from(passphrase),
          salt,
          parallelism,
          iterations: passes,
          memorySize: memoryKib,
          hashLength: 80,
          outputType: 'binary',
        }),
      );
      return { cipherKey: bytes.subarray(0, 32), iv: bytes.subarray(32, 48), macKey: bytes.subarray(48) };
    }
  }
}

function decrypt(data: Buffer, key: Buffer, iv: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** The MAC is over all of the file that is not how it is encrypted, with the private part in clear. */
const macInput = (file: PpkFile, privateBlob: Buffer): Buffer =>
  Buffer.concat(
    [file.type, file.isEncrypted ? 'aes256-cbc' : 'none', file.comment, file.publicBlob, privateBlob].map(encodeString),
  );
