import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { type Result, success } from '#contract/failure.ts';
import { expandHome } from '#contract/files/home-folder.ts';
import { t } from '#contract/language/language.ts';
import { parseProfileChanges } from '#contract/profile/profile.ts';
import type { RequestedOpening } from './command-line.ts';
import { refused } from './options.ts';

/** What a command line asks for, with what stands in the files that it names. */
export interface ReadOpening {
  readonly opening: RequestedOpening;
  readonly password: string | null;
  /** Something to tell the user, a full sentence; null if there is nothing. */
  readonly warning: string | null;
}

/** A password and a command are short: more is another kind of file. */
const maxFileBytes = 64 * 1024;

/** Reads the files of -m and -pwfile. Relative names are those of the folder that the program was started in. */
export function readGivenFiles(opening: RequestedOpening, folder: string): Result<ReadOpening> {
  const { commandFile, passwordFile } = opening;
  const changes: Record<string, unknown> = { ...opening.changes };
  const { keyFile, moreKeyFiles, logFileName } = opening.changes;
  if (keyFile) changes.keyFile = wholePath(keyFile, folder);
  if (logFileName) changes.logFileName = wholePath(logFileName, folder);
  if (moreKeyFiles !== undefined) changes.moreKeyFiles = moreKeyFiles.map((file) => wholePath(file, folder));
  if (commandFile !== null) {
    const read = textOf(wholePath(commandFile, folder));
    if (!read.ok) return read;
    changes.remoteCommand = read.value.replace(/\r\n/g, '\n').trimEnd();
    if (changes.remoteCommand === '') return refused(t('There is no command in {commandFile}.', { commandFile }));
  } else if (opening.terminal !== null && opening.terminal.command !== '') {
    changes.remoteCommand = opening.terminal.command;
  }
  const checked = parseProfileChanges(changes);
  if (!checked.ok)
    return refused(t('The remote command cannot be sent. {message}', { message: checked.failure.message }));
  const read = { ...opening, changes: checked.value };
  if (passwordFile === null) return success({ opening: read, password: null, warning: null });

  const path = wholePath(passwordFile, folder);
  const text = textOf(path);
  if (!text.ok) return text;
  const [password = ''] = text.value.split(/\r?\n/);
  const warning = isOpenToOthers(path)
    ? t('Others can read {passwordFile}: take their permission away (chmod 600).', { passwordFile })
    : null;
  return success({ opening: read, password, warning });
}

const wholePath = (file: string, folder: string) => resolve(folder, expandHome(file, homedir()));

function textOf(path: string): Result<string> {
  try {
    if (statSync(path).size > maxFileBytes) return refused(t('{path} is too long for what it is given for.', { path }));
    return success(readFileSync(path, 'utf8'));
  } catch {
    return refused(t('{path} cannot be read.', { path }));
  }
}

/** Windows keeps permissions elsewhere, and says that all may read. */
const isOpenToOthers = (path: string) => {
  const stat = statSync(path);
  return process.platform !== 'win32' && stat.isFile() && (stat.mode & 0o077) !== 0;
};
