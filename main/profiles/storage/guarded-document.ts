import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, type Result, sentenceOf, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { readNewestBackup } from './backups.ts';
import { emptyDocument, type SavedDocument, schemaVersion, serializeDocument } from './document.ts';
import { LockedError, withLock } from './folder-lock.ts';
import { commitFile, inSentence, inspectFile, type KeptFile, restoreFile } from './guarded-file.ts';
import { lockedFailure, storageFailure, unreadableFailure } from './storage-failure.ts';

/** A document as it was last read or written, and what the user should know of its file. */
export interface GuardedDocument {
  readonly document: SavedDocument;
  readonly notice: string | null;
}

export interface GuardedOptions extends KeptFile {
  readonly now: () => Date;
}

/**
 * Reads the document, restoring a damaged or lost file from its backups. Never throws and never stops the program from
 * starting: with a file that can't be used there is an empty document, and the file stays as it is.
 */
export function readGuarded(options: GuardedOptions): GuardedDocument {
  const found = inspectFile(options);
  switch (found.kind) {
    case 'good':
      return { document: found.document, notice: null };
    case 'none':
      return { document: emptyDocument, notice: null };
    case 'blocked':
      return { document: emptyDocument, notice: sentenceOf(found.failure) };
    case 'lost': {
      const restored = guard(options, () => load(options));
      if (restored.ok) return restored.value;
      const document = readNewestBackup(options.file) ?? emptyDocument;
      return {
        document,
        notice: t("The file of {kept} can't be restored. {reason}", {
          kept: inSentence(options.kept),
          reason: sentenceOf(restored.failure),
        }),
      };
    }
  }
}

/**
 * Changes the document as it stands in the file at this moment, and writes it. When this fails, for whatever reason,
 * the file is what it was.
 */
export function updateGuarded(
  options: GuardedOptions,
  change: (document: SavedDocument) => Result<SavedDocument>,
): Result<GuardedDocument> {
  return guard(options, (stillHeld) => {
    const loaded = load(options);
    if (!loaded.ok) return loaded;
    const changed = change(loaded.value.document);
    if (!changed.ok) return changed;
    const result = success({ document: changed.value, notice: loaded.value.notice });
    // Saving what is there already would push an older state out of the backups.
    if (serializeDocument(changed.value) === serializeDocument(loaded.value.document)) return result;
    const { file } = options;
    const committed = commitFile({ file, document: changed.value, replaced: loaded.value.version, stillHeld });
    return committed.ok ? result : committed;
  });
}

interface Loaded extends GuardedDocument {
  /** The schema that it was written in. */
  readonly version: number;
}

/** Under the lock: another process may be restoring or writing the same file. */
function load(options: GuardedOptions): Result<Loaded> {
  const first = inspectFile(options);
  const notice = first.kind === 'lost' ? restoreFile(options, first.damaged, options.now()) : null;
  const found = notice === null ? first : inspectFile(options);
  switch (found.kind) {
    case 'good':
      return success({ document: found.document, version: found.version, notice });
    case 'none':
      return success({ document: emptyDocument, version: schemaVersion, notice });
    case 'blocked':
      return failed(found.failure);
    case 'lost':
      return failed(unreadableFailure(null, options.kept, options.file));
  }
}

/** Runs work under the lock, and turns what the file system throws into Failures. */
function guard<T>({ file, kept }: GuardedOptions, work: (stillHeld: () => boolean) => Result<T>): Result<T> {
  const lockFile = `${file}.lock`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return withLock(lockFile, work);
  } catch (error) {
    return failed(error instanceof LockedError ? lockedFailure(lockFile) : storageFailure(error, kept, dirname(file)));
  }
}
