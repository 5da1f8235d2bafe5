import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSshd } from '../../lab/sshd.ts';
import { sftpServer } from '../../lab/sshd-config.ts';
import { buildProgram } from '../built-program.ts';
import { watchMemory } from './memory.ts';
import { runSftp } from './sftp.ts';

export interface Measured {
  readonly name: string;
  readonly kind: 'large' | 'small';
  /** One for each round, ms. */
  readonly holdfastMs: readonly number[];
  readonly sftpMs: readonly number[];
  /** The memory of Holdfast's process before its transfers and at their highest, MB: what is under way is bounded. */
  readonly memory: { readonly before: number; readonly highest: number };
}

export interface MeasureOptions {
  readonly megabytes: number;
  readonly files: number;
  readonly rounds: number;
  readonly onProgress: (text: string) => void;
  /** Rejects once it is aborted, at the latest when what is under way has arrived. */
  readonly signal?: AbortSignal;
}

const megabyte = 1024 * 1024;
/** Bytes of a small file: the median of a source tree. */
const smallBytes = 2000;

export async function measure(options: MeasureOptions): Promise<readonly Measured[]> {
  const { megabytes, files, rounds, onProgress, signal } = options;
  const folder = mkdtempSync(join(placeFor(megabytes), 'holdfast-bench-sftp-'));
  const sshd = await startSshd({ config: [sftpServer] });
  const program = await buildProgram(new URL('holdfast.ts', import.meta.url));
  const { openHoldfast } = (await import(program.url.href)) as typeof import('./holdfast.ts');
  const holdfast = await openHoldfast(sshd);
  try {
    const sources = { large: makeLarge(folder, megabytes), small: makeSmall(folder, files) } as const;
    const words = { large: `${megabytes} MB`, small: `${files} files of ${smallBytes} bytes` } as const;
    const results: Measured[] = [];
    for (const kind of ['large', 'small'] as const) {
      for (const way of ['download', 'upload'] as const) {
        const times = { holdfastMs: [] as number[], sftpMs: [] as number[] };
        const memory = watchMemory();
        for (let round = 0; round < rounds; round += 1) {
          const runs = [
            async () => {
              const run = (target: string) => holdfast.move(way, sources[kind], target);
              times.holdfastMs.push(await inFolder(folder, (target) => memory.during(() => run(target))));
            },
            async () => {
              times.sftpMs.push(await inFolder(folder, (target) => runSftp(sshd, way, sources[kind], target)));
            },
          ];
          // Neither always finds what the other has left for the disk.
          for (const run of round % 2 === 0 ? runs : runs.reverse()) {
            signal?.throwIfAborted();
            await run();
          }
        }
        const name = `${way} of ${words[kind]}`;
        onProgress(`${name}: ${JSON.stringify({ ...times, memory: memory.megabytes() })}`);
        results.push({ name, kind, ...times, memory: memory.megabytes() });
      }
    }
    return results;
  } finally {
    holdfast.close();
    program.remove();
    await sshd.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const inMemory = '/dev/shm';

/**
 * Where files cost least: on a disk it is the disk that is measured, which is busy with the files of the round before.
 * A large file is there twice, and a third time while its room is given back.
 */
function placeFor(megabytes: number): string {
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > 3 * megabytes * megabyte ? inMemory : tmpdir();
}

/** How long it takes, ms, into a folder of its own. */
async function inFolder(folder: string, run: (target: string) => Promise<void>): Promise<number> {
  const target = join(folder, 'target');
  mkdirSync(target);
  try {
    const begun = performance.now();
    await run(target);
    return Math.round(performance.now() - begun);
  } finally {
    rmSync(target, { recursive: true });
  }
}

function makeLarge(folder: string, megabytes: number): string {
  const path = join(folder, 'large.bin');
  const file = openSync(path, 'w');
  for (let written = 0; written < megabytes; written += 1) writeSync(file, randomBytes(megabyte));
  closeSync(file);
  return path;
}

function makeSmall(folder: string, files: number): string {
  const path = join(folder, 'small');
  mkdirSync(path);
  for (let index = 0; index < files; index += 1) writeFileSync(join(path, `file-${index}`), randomBytes(smallBytes));
  return path;
}
