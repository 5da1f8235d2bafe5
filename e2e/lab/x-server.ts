import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from './programs.ts';

const run = promisify(execFile);

/** A real X server, Xvfb, that lets in whoever has its cookie. */
export interface XServer {
  /** Such as `:99`. */
  readonly display: string;
  /** An authority file with its cookie. */
  readonly authorityFile: string;
  readonly cookie: string;
  /** What a program here prints about the display, with the cookie. */
  readonly ask: (program: string, ...args: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export interface XServerOptions {
  /** Pixels. */
  readonly screen?: { readonly width: number; readonly height: number };
  /** Where it keeps its screen, in the file `Xvfb_screen0`, if that is to be read. */
  readonly frameBufferFolder?: string;
}

export async function startXServer(options: XServerOptions = {}): Promise<XServer> {
  const { screen = { width: 320, height: 240 }, frameBufferFolder } = options;
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-x11-'));
  const cookie = randomBytes(16).toString('hex');
  const own = join(folder, 'server-authority');
  const authorityFile = join(folder, 'authority');
  await writeFile(own, '');
  await run('xauth', ['-f', own, 'add', ':0', '.', cookie]);
  // Without -noreset it begins anew when its last client has gone, and drops who connects meanwhile.
  const args = [
    ...[
      '-displayfd',
      '3',
      '-auth',
      own,
      '-nolisten',
      'tcp',
      '-noreset',
      '-screen',
      '0',
      `${screen.width}x${screen.height}x24`,
    ],
    ...(frameBufferFolder === undefined ? [] : ['-fbdir', frameBufferFolder]),
  ];
  const server = spawn(requireProgram('Xvfb'), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  const display = `:${number.toString().trim()}`;
  await writeFile(authorityFile, '');
  await run('xauth', ['-f', authorityFile, 'add', display, '.', cookie]);
  return {
    display,
    authorityFile,
    cookie,
    ask: async (program, ...rest) => {
      const { stdout } = await run(program, ['-display', display, ...rest], {
        env: { ...process.env, XAUTHORITY: authorityFile },
      });
      return stdout;
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
