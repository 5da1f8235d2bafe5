import { open } from 'node:fs/promises';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

/** A bell is short: 1 MB is six seconds of a CD's sound. */
export const maxSoundBytes = 1024 * 1024;

/** What the files of WAV, Ogg and FLAC begin with. Of anything else, the page gets nothing. */
const beginnings = ['RIFF', 'OggS', 'fLaC'];

/** The bytes of a sound file, for the page to play. */
export async function readBellSound(path: string): Promise<Result<Uint8Array>> {
  if (path === '') return failed(unplayable(t('No sound file is chosen.')));
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (!found.isFile() || found.size > maxSoundBytes) return failed(unplayable(t('The sound file is too large.')));
      const bytes = await file.readFile();
      const isSound = beginnings.includes(bytes.subarray(0, 4).toString('latin1'));
      return isSound
        ? success(new Uint8Array(bytes))
        : failed(unplayable(t('The file is not a WAV, Ogg or FLAC file.')));
    } finally {
      await file.close();
    }
  } catch {
    return failed(unplayable(t("The sound file can't be read.")));
  }
}

const unplayable = (message: string): Failure => ({ code: 'not-found', message, retryable: false });
