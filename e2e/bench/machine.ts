import { spawnSync } from 'node:child_process';
import { cpus, release, type } from 'node:os';
import { findProgram } from '../lab/programs.ts';

/** Where figures come from. */
export const machineName = (): string => `${type()} ${release()}, ${process.arch}, ${cpus().length} cores`;

/** What each program calls itself; one that isn't there is left out. */
export function versionsOf(names: readonly string[]): readonly string[] {
  const versions = names.flatMap((name) => {
    const program = findProgram(name);
    if (program === null) return [];
    const { stdout, stderr } = spawnSync(program, ['-V'], { encoding: 'utf8' });
    const [line = ''] = `${stdout}${stderr}`.trim().split('\n');
    return [line.startsWith(name) ? line : `${name} ${line}`];
  });
  return [`Node ${process.version}`, ...versions];
}

/** Packages of Debian's with their versions; those that aren't there are left out. */
export function packageVersions(names: readonly string[]): readonly string[] {
  const { stdout } = spawnSync('dpkg-query', ['-W', ...names], { encoding: 'utf8' });
  const lines = (stdout ?? '').trim().split('\n');
  return lines.filter((line) => /\t./.test(line)).map((line) => line.replace('\t', ' '));
}
