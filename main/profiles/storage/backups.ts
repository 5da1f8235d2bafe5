import { existsSync, readFileSync, rmSync } from 'node:fs';
import { type ParsedDocument, parseDocument, type SavedDocument } from './document.ts';
import { copyDurably, replaceFile } from './durable.ts';
import { codeOf } from './storage-failure.ts';

/** 1 is the newest. */
const backupNumbers = [1, 2, 3] as const;

const backupOf = (file: string, number: number) => `${file}.backup-${number}`;

/** Copies the file to be the newest backup; the oldest goes. Throws, with every backup still there, if the disk is full. */
export function rotateBackups(file: string): void {
  const copy = `${file}.backup-new`;
  copyDurably(file, copy);
  try {
    for (const number of backupNumbers.toReversed().slice(1)) {
      moveIfThere(backupOf(file, number), backupOf(file, number + 1));
    }
    replaceFile(copy, backupOf(file, 1));
  } finally {
    rmSync(copy, { force: true });
  }
}

/** Keeps the file as it was under an older schema, for good: the backups that rotate forget it. Throws as a copy does. */
export function keepOlderSchema(file: string, version: number): void {
  copyDurably(file, `${file}.schema-${version}`);
}

/** The newest backup, whatever it holds; null if there is none. */
export const newestBackup = (file: string): string | null => (existsSync(backupOf(file, 1)) ? backupOf(file, 1) : null);

/** The path of the newest backup that can be read, of this version or a later one; null if there is none. */
export function newestGoodBackup(file: string): string | null {
  return (
    backupNumbers.map((number) => backupOf(file, number)).find((path) => readBackup(path).kind !== 'damaged') ?? null
  );
}

/** For when the backup can't be put in the file's place: what it says, or null. */
export function readNewestBackup(file: string): SavedDocument | null {
  const path = newestGoodBackup(file);
  const parsed = path === null ? null : readBackup(path);
  return parsed?.kind === 'good' ? parsed.document : null;
}

function readBackup(path: string): ParsedDocument {
  try {
    return parseDocument(readFileSync(path, 'utf8'));
  } catch {
    return { kind: 'damaged' };
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    replaceFile(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
