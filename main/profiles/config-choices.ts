import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result, success } from '#contract/failure.ts';
import { replaceFile } from './durable.ts';

/** What the user lets ssh_config files do, kept for the next start. */
export interface ConfigChoices {
  /** Whether they may run the commands of `Match exec`: not unless that was allowed. */
  readonly runsCommands: () => boolean;
  readonly setRunsCommands: (run: boolean) => Result<null>;
}

/** `folder` is made if it isn't there. What can't be read allows nothing. */
export function openConfigChoices(folder: string): ConfigChoices {
  const file = join(folder, 'ssh-config-choices.json');
  return {
    runsCommands: () => {
      try {
        const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
        return typeof data === 'object' && data !== null && 'runsCommands' in data && data.runsCommands === true;
      } catch {
        return false;
      }
    },
    setRunsCommands: (run) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, `${JSON.stringify({ runsCommands: run })}\n`, { mode: 0o600 });
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
