import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from '../../../lab/programs.ts';

/** A wall clock that can be set, for processes started with its environment, by libfaketime. */
export interface FakeTime {
  readonly environment: Readonly<Record<string, string>>;
  /** Sets the clock this far off the real one; throws if that doesn't show. */
  readonly setOffset: (seconds: number) => Promise<void>;
}

const run = promisify(execFile);

/** A start of a process and the whole seconds of `date` may make this much, s. */
const tolerance = 5;

export async function createFakeTime(folder: string): Promise<FakeTime> {
  const file = join(folder, 'clock');
  await writeFile(file, '+0\n');
  // The program knows where its library is.
  const { stdout: library } = await run(requireProgram('faketime'), ['-f', '+0', 'printenv', 'LD_PRELOAD']);
  const environment = {
    LD_PRELOAD: library.trim(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    // The system's monotonic clock doesn't jump when somebody sets the time.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  return {
    environment,
    setOffset: async (seconds) => {
      await writeFile(file, `${seconds < 0 ? '' : '+'}${seconds}\n`);
      const { stdout } = await run('date', ['+%s'], { env: { ...process.env, ...environment } });
      const shown = Number(stdout) - Date.now() / 1000;
      if (Math.abs(shown - seconds) > tolerance) throw new Error(`The clock is off by ${shown} s, not ${seconds} s.`);
    },
  };
}
