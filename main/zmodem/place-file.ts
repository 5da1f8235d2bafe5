import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { FileFacts } from '#contract/files/files.ts';
import { localName } from '../files/local/local-name.ts';
import { harmlessLine } from '../ssh/sanitise.ts';
import { freeNameIn, type IncomingFile, isThere, openIncomingFile } from './incoming-file.ts';
import type { Offer } from './offer.ts';
import { isReceivedAlready } from './words.ts';

/** What to do with a file that is in the way. */
export type Conflict = 'overwrite' | 'skip' | 'rename';

/** A file that is offered, with a place on this computer. */
export interface Placed {
  readonly name: string;
  readonly file: IncomingFile;
  /** Lets go of its place: another transfer may write there. */
  readonly release: () => void;
}

export interface PlaceOptions {
  readonly offer: Offer;
  /** By `nameHere`. */
  readonly name: string;
  readonly folder: string;
  /** Null where the transfer has ended meanwhile. */
  readonly settle: (facts: { readonly from: FileFacts; readonly to: FileFacts }) => Promise<Conflict | null>;
  readonly onFull: (isFull: boolean) => void;
  readonly onFailure: (failure: Failure) => void;
}

/** Files that are written now, by any session: two never write to one. */
const busy = new Set<string>();

/** The last part of what the server calls the file, fit for this computer: it never leaves its folder. */
export function nameHere(sent: string, platform: NodeJS.Platform): Result<string> {
  const parts = sent.split(platform === 'win32' ? /[/\\]/ : '/');
  return localName(parts.filter((part) => part !== '').at(-1) ?? '', platform);
}

/** Null where it is left out, by the user or because the transfer has ended. */
export async function placeFile(options: PlaceOptions): Promise<Result<Placed | null>> {
  const { offer, folder, settle } = options;
  const there = join(folder, options.name);
  const choice = busy.has(there)
    ? 'rename'
    : (await isThere(there))
      ? await settle(await factsOf(offer, there))
      : 'overwrite';
  if (choice === null || choice === 'skip') return success(null);
  const name = choice === 'rename' ? await freeNameIn(folder, options.name) : options.name;
  const path = join(folder, name);
  if (busy.has(path)) return failed(inUse(name));
  busy.add(path);
  const opened = await openIncomingFile({
    ...options,
    name,
    overwrites: choice === 'overwrite' && (await isThere(there)),
  });
  const release = () => void busy.delete(path);
  if (opened.ok) return success({ name, file: opened.value, release });
  release();
  return opened;
}

async function factsOf(offer: Offer, there: string) {
  const found = await stat(there).catch(() => null);
  return {
    from: { size: offer.size ?? 0, modifiedAt: offer.modifiedAt },
    to: { size: found?.size ?? 0, modifiedAt: Math.floor((found?.mtimeMs ?? 0) / 1000) },
  };
}

const inUse = (name: string): Failure => ({
  code: 'storage-failed',
  message: isReceivedAlready(harmlessLine(name)),
  retryable: true,
});
