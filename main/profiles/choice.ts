import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { failed, type Result, success } from '#contract/failure.ts';
import { type LanguageChoice, readLanguageChoice } from '#contract/language/choice.ts';
import { t } from '#contract/language/language.ts';
import { replaceFile } from './storage/durable.ts';

/** What the user has chosen for the whole program, kept for the next start in a file of its own. */
interface Kept<T> {
  /** What can't be read is what was never chosen. */
  readonly current: () => T;
  readonly set: (value: T) => Result<null>;
}

/** What is shown of this computer's files beside the server's. */
export type LocalChoice = Kept<{
  readonly isShown: boolean;
  /** Absolute; null before the user has chosen one. */
  readonly folder: string | null;
}>;

/** Something that the user allows the program to do: not unless it was allowed. */
export interface Choice {
  readonly isOn: () => boolean;
  readonly set: (on: boolean) => Result<null>;
}

/** `folder` is made if it isn't there; `key` names the choice in the file, and `read` makes one of whatever is there. */
function openKept<T>(folder: string, fileName: string, key: string, read: (data: unknown) => T): Kept<T> {
  const file = join(folder, fileName);
  return {
    current: () => {
      try {
        const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
        const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
        return read(entries.find(([name]) => name === key)?.[1]);
      } catch {
        return read(undefined);
      }
    },
    set: (value) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, `${JSON.stringify({ [key]: value })}\n`, { mode: 0o600 });
        replaceFile(`${file}.new`, file);
        return success(null);
      } catch {
        return failed({
          code: 'storage-failed',
          message: t('The choice could not be written, and stays as it was.'),
          retryable: true,
          hint: t('Check that you may write to {folder}.', { folder }),
        });
      }
    },
  };
}

function openChoice(folder: string, fileName: string, key: string): Choice {
  const { current, set } = openKept(folder, fileName, key, (data) => data === true);
  return { isOn: current, set };
}

/** Whether ssh_config files may run the commands of `Match exec`. */
export const openMatchExecChoice = (folder: string): Choice =>
  openChoice(folder, 'ssh-config-choices.json', 'runsCommands');

/** Whether ssh:// links are followed. */
export const openLinkChoice = (folder: string): Choice => openChoice(folder, 'link-choice.json', 'followsLinks');

/** Which language the program speaks. */
export const openLanguageChoice = (folder: string): Kept<LanguageChoice> =>
  openKept(folder, 'language.json', 'language', readLanguageChoice);

/** Which folder of this computer is shown beside the server's files, and whether it is. */
export const openLocalChoice = (folder: string): LocalChoice =>
  openKept(folder, 'local-files.json', 'localFiles', (data) => {
    const kept = typeof data === 'object' && data !== null ? Object.entries(data) : [];
    const value = (key: string): unknown => kept.find(([name]) => name === key)?.[1];
    const path = value('folder');
    return { isShown: value('isShown') === true, folder: typeof path === 'string' && isAbsolute(path) ? path : null };
  });
