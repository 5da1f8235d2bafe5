import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { assertNever, type Failure, failed, type Result, success } from '#contract/failure.ts';
import { english, t } from '#contract/language/language.ts';
import { keepOlderSchema, newestGoodBackup, rotateBackups } from './backups.ts';
import { parseDocument, type SavedDocument, schemaVersion } from './document.ts';
import { copyDurably, replaceFile, syncFolder } from './durable.ts';
import { clearStaging, stageDocument } from './staging.ts';
import { codeOf, type Kept, newerFailure, unreadableFailure } from './storage-failure.ts';

/** A guarded file, and what is kept in it. */
export interface KeptFile {
  readonly file: string;
  readonly kept: Kept;
}

/** What stands in the file now. */
export type Found =
  /** `version` is the schema that it was written in. */
  | { readonly kind: 'good'; readonly document: SavedDocument; readonly version: number }
  /** Nothing was ever saved. */
  | { readonly kind: 'none' }
  /** Damaged, or gone while there are backups. */
  | { readonly kind: 'lost'; readonly damaged: boolean }
  /** Must not be written over: it is a later version's, or can't be read at this time. */
  | { readonly kind: 'blocked'; readonly failure: Failure };

/** Looks, and changes nothing. Never throws. */
export function inspectFile({ file, kept }: KeptFile): Found {
  try {
    const parsed = parseDocument(readFileSync(file, 'utf8'));
    switch (parsed.kind) {
      case 'good':
        return parsed;
      case 'damaged':
        return { kind: 'lost', damaged: true };
      case 'newer':
        return { kind: 'blocked', failure: newerFailure(parsed.version, kept) };
      default:
        return assertNever(parsed);
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return { kind: 'blocked', failure: unreadableFailure(error, kept, file) };
    return newestGoodBackup(file) === null ? { kind: 'none' } : { kind: 'lost', damaged: false };
  }
}

/**
 * Renames a damaged file so that nothing in it is lost, and puts the newest good backup in its place. Call under the
 * lock. Throws file system errors.
 *
 * @returns what was done, for the user.
 */
export function restoreFile({ file, kept }: KeptFile, damaged: boolean, now: Date): string {
  const backup = newestGoodBackup(file);
  const copy = `${file}.restored`;
  // The step that a full disk can stop comes first, while nothing has been moved.
  if (backup !== null) copyDurably(backup, copy);
  const aside = damaged ? setDamagedAside(file, now) : null;
  if (backup !== null) {
    replaceFile(copy, file);
    syncFolder(dirname(file));
  }
  return restoredWords(inSentence(kept), aside, backup !== null);
}

function restoredWords(kept: string, aside: string | null, hadBackup: boolean): string {
  const what =
    aside === null
      ? t('The file of {kept} was missing.', { kept })
      : t('The file of {kept} was damaged and is kept as {file}.', { kept, file: aside });
  const then = hadBackup
    ? t('Its newest backup was restored: the last change may be missing.')
    : t('There was no backup to restore.');
  return `${what} ${then}`;
}

interface Commit {
  readonly file: string;
  readonly document: SavedDocument;
  /** The schema of the document that is replaced. */
  readonly replaced: number;
  readonly stillHeld: () => boolean;
}

/**
 * Replaces the file by the document in one step, after all that can fail has been done beside it: until then the old
 * file is untouched. A file of an older schema is kept for good. Call under the lock. Throws file system errors.
 */
export function commitFile({ file, document, replaced, stillHeld }: Commit): Result<null> {
  try {
    const staged = stageDocument(file, document);
    if (existsSync(file)) {
      if (replaced < schemaVersion) keepOlderSchema(file, replaced);
      rotateBackups(file);
    }
    if (!stillHeld()) return failed(interrupted());
    replaceFile(staged, file);
    syncFolder(dirname(file));
  } finally {
    clearStaging(file);
  }
  return success(null);
}

const interrupted = (): Failure => ({
  code: 'storage-failed',
  message: t('Saving took too long and was stopped. What was saved before is unchanged.'),
  retryable: true,
  hint: t('Save again.'),
});

/** "The saved sessions" within a sentence, without its article. */
export const inSentence = (kept: Kept): string => t(withoutArticle[kept]);

const withoutArticle = english({
  'The saved sessions': 'saved sessions',
  'The notes on paths': 'notes on paths',
  'The saved passwords': 'saved passwords',
  'The highlight sets': 'highlight sets',
});

/** To the second; a second one within it gets a number. */
function setDamagedAside(file: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const base = `${file}.corrupt-${time}`;
  let target = base;
  for (let count = 2; existsSync(target); count += 1) target = `${base}-${count}`;
  replaceFile(file, target);
  return basename(target);
}
