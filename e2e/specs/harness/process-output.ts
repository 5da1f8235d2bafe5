import type { ChildProcess } from 'node:child_process';

/** Keeps what a process prints, and waits for a part of it or for its end. */
export interface ProcessOutput {
  readonly text: () => string;
  /** Resolves once it has printed this; rejects, with all that it printed, if it ends before or lets too long pass. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly exited: Promise<number | null>;
}

/** More than the minute that the stand-in gives Chromium to start, and less than a spec has, ms. */
const printLimitMs = 90_000;

export function watchOutput(child: ChildProcess): ProcessOutput {
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

  const waitFor = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        listeners.delete(check);
      };
      const fail = (what: string) => {
        end();
        reject(new Error(`The program ${what} and printed:\n${text}`));
      };
      const check = () => {
        const found = pattern.exec(text);
        if (found === null) return;
        end();
        resolve(found);
      };
      const timer = setTimeout(() => fail(`did not print ${pattern} in time`), printLimitMs);
      listeners.add(check);
      check();
      void exited.then((code) => fail(`ended with status ${code}`));
    });

  return { text: () => text, waitFor, exited };
}

/** How long a process may take to quit when asked, ms. With a session open it asks its user, who is not there. */
const quitLimitMs = 1000;

/** Asks a process to quit, and ends it if it does not. */
export async function endProcess(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), quitLimitMs);
  await exited;
  clearTimeout(timer);
}
