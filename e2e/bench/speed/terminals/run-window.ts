import { spawn } from 'node:child_process';
import { installedElectron } from '../../../../scripts/electron-binary.ts';
import { endProcess, watchOutput } from '../../../specs/harness/process-output.ts';
import { createSurroundings } from '../../../specs/harness/surroundings.ts';
import { openPage, type Page } from './page.ts';

/** A program of Electron's, with its window on a desk. */
export interface RunningWindow {
  /** Of its main process. */
  readonly pid: number;
  readonly userDataDir: string;
  /** Its page, once there is one. */
  readonly page: () => Promise<Page>;
  readonly stop: () => Promise<void>;
}

export interface WindowOptions {
  /** The desk's environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly args?: readonly string[];
  /** Of a program that runs already, to hand the arguments to. */
  readonly userDataDir?: string;
  /** What Electron is given to run; the built program unless another is named. */
  readonly main?: string;
  /** Of Node.js, before all else, for the main process. */
  readonly nodeFlags?: readonly string[];
  /** Whether its page can be reached: it costs nothing while nobody does. */
  readonly isControlled?: boolean;
}

const register = new URL('../../../stand-in/register.mjs', import.meta.url).href;

/** Starts it on Electron where its binary is, else on the stand-in, as users have it: with a window that is seen. */
export function runWindow({
  env,
  args = [],
  main,
  nodeFlags = [],
  isControlled = true,
  userDataDir,
}: WindowOptions): RunningWindow {
  const around = createSurroundings({
    args,
    ...(userDataDir === undefined ? {} : { userDataDir }),
    env: env as Record<string, string>,
  });
  const electron = installedElectron();
  const [program, ...words] =
    electron === null
      ? [process.execPath, ...nodeFlags, '--import', register, main ?? 'out/main/index.js', ...around.args]
      : [electron, '--no-sandbox', '--remote-debugging-port=0', main ?? '.', ...around.args];
  const child = spawn(program, words, {
    env: { ...around.env, HOLDFAST_STAND_IN_HEADLESS: '0', HOLDFAST_STAND_IN_CONTROL: isControlled ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = watchOutput(child);
  const pages: Page[] = [];
  return {
    pid: child.pid ?? 0,
    userDataDir: around.userDataDir,
    page: async () => {
      const [, standIn, port] = await output.waitFor(
        /holdfast-stand-in \{"cdp":"(.*)"\}|DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//,
      );
      const page = await openPage(standIn ?? `http://127.0.0.1:${port}`);
      pages.push(page);
      return page;
    },
    stop: async () => {
      for (const page of pages) page.close();
      await endProcess(child, output.exited);
      around.remove();
    },
  };
}
