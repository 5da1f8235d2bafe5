import { damaged, type Opening } from './opening.ts';
import { openOpensshFile, parseOpensshFile } from './openssh-file.ts';
import { openPemFile, parsePemFile } from './pem-file.ts';
import { parsePpk } from './ppk-file.ts';
import { openPpk } from './ppk-opening.ts';

/** A private key as it stands in its file, a character for each byte: it can be given to another thread. */
export interface SealedKey {
  readonly format: 'ppk' | 'openssh' | 'pem';
  readonly text: string;
}

/** Opens a private key; `passphrase` is null where it is not encrypted. Never rejects. */
export type OpenKey = (key: SealedKey, passphrase: string | null) => Promise<Opening>;

/** In this thread, which that holds up: encryption is made to take its time. */
export const openKeyHere: OpenKey = async ({ format, text }, passphrase) => {
  switch (format) {
    case 'ppk': {
      const ppk = parsePpk(text);
      return ppk === null ? damaged : openPpk(ppk, passphrase ?? '');
    }
    case 'openssh': {
      const openssh = parseOpensshFile(text);
      return openssh === null ? damaged : openOpensshFile(openssh, passphrase);
    }
    case 'pem': {
      const pem = parsePemFile(text);
      return pem === null ? damaged : openPemFile(pem, passphrase);
    }
  }
};
