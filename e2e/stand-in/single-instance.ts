import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { argv, cwd, execPath, pid } from 'node:process';
import { expectPosts } from './link/loopback.ts';

/** What a second instance tells the first. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

interface Holder {
  readonly pid: number;
  readonly url: string;
}

/** How long the first instance may take to answer; it may be busy starting. */
const answerLimitMs = 5000;

const postScript = `
const { url, body } = JSON.parse(process.env.HOLDFAST_SECOND_INSTANCE);
const signal = AbortSignal.timeout(${answerLimitMs});
fetch(url, { method: 'POST', body, signal }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1));
`;

/** One instance for each user-data folder: a file there names the process that holds it, readable by its user alone. */
export class SingleInstance {
  readonly #file: string;
  #release: (() => void) | null = null;

  constructor(userData: string) {
    mkdirSync(userData, { recursive: true });
    this.#file = join(userData, 'stand-in-instance.json');
  }

  get isHeld(): boolean {
    return this.#release !== null;
  }

  /** False if another process holds the folder: it has then been told. Synchronous, as Electron's is. */
  request(additionalData: unknown, onSecond: (second: SecondInstance) => void): boolean {
    if (this.isHeld || this.#claim(onSecond)) return true;
    const second: SecondInstance = { argv, workingDirectory: cwd(), additionalData };
    if (tell(this.#holder(), second)) return false;
    // The holder was killed.
    rmSync(this.#file, { force: true });
    return this.#claim(onSecond);
  }

  release(): void {
    this.#release?.();
    this.#release = null;
  }

  #claim(onSecond: (second: SecondInstance) => void): boolean {
    const { url, forget } = expectPosts((body) => onSecond(body as SecondInstance));
    try {
      const file = openSync(this.#file, 'wx', 0o600);
      writeSync(file, JSON.stringify({ pid, url } satisfies Holder));
      closeSync(file);
    } catch (error) {
      forget();
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    this.#release = () => {
      forget();
      rmSync(this.#file, { force: true });
    };
    return true;
  }

  #holder(): Holder | null {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as Holder;
    } catch {
      return null;
    }
  }
}

/** Whether the holder has taken the message. */
function tell(holder: Holder | null, second: SecondInstance): boolean {
  if (holder === null || !isRunning(holder.pid)) return false;
  const message = JSON.stringify({ url: holder.url, body: JSON.stringify(second) });
  // Without the stand-in's own --import, and while this process may end the moment that this returns.
  const env = { ...process.env, NODE_OPTIONS: '', HOLDFAST_SECOND_INSTANCE: message };
  return spawnSync(execPath, ['-e', postScript], { env, stdio: 'ignore' }).status === 0;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
