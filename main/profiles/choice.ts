import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result, success } from '#contract/failure.ts';
import { replaceFile } from './durable.ts';

/** Something that the user allows the program to do, kept for the next start in a file of its own. */
export interface Choice {
  /** Not unless it was allowed: what can't be read allows nothing. */
  readonly isOn: () => boolean;
  readonly set: (on: boolean) => Result<null>;
}

/** `folder` is made if it isn't there; `key` names the choice in the file. */
function openChoice(folder: string, fileName: string, key: string): Choice {
  const file = join(folder, fileName);
  return {
    isOn: () => {
      try {
        const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
        return (
          typeof data === 'object' && data !== null && Object.entries(data).some(([k, v]) => k === key && v === true)
        );
      } catch {
        return false;
      }
    },
    set: (on) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, `${JSON.stringify({ [key]: on })}\n`, { mode: 0o600 });
        replaceFile(`${file}.new`, file);
        return success(null);
      } catch {
        return failed({
          code: 'storage-failed',
          message: 'The choice could not be written, and stays as it was.',
          retryable: true,
          hint: `Check that you may write to ${folder}.`,
        });
      }
    },
  };
}

/** Whether ssh_config files may run the commands of `Match exec`. */
export const openMatchExecChoice = (folder: string): Choice =>
  openChoice(folder, 'ssh-config-choices.json', 'runsCommands');

/** Whether ssh:// links are followed. */
export const openLinkChoice = (folder: string): Choice => openChoice(folder, 'link-choice.json', 'followsLinks');
