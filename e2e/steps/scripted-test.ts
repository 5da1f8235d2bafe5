import { expect } from '@playwright/test';
import type { App } from '../specs/harness/app.ts';
import { test as base } from './lab.ts';
import { acceptHostKey } from './prompts.ts';
import { type ScriptedServer, type ScriptedShell, startScriptedServer } from './scripted-server.ts';
import { chooseFromMenu } from './terminal.ts';

interface Fixtures {
  readonly server: ScriptedServer;
  /** The program, with one session on the server, and the server's end of it. */
  readonly session: { readonly app: App; readonly shell: ScriptedShell };
}

/** For specs that play the server themselves. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of this pattern.
  server: async ({}, use) => {
    const server = await startScriptedServer();
    await use(server);
    await server.stop();
  },
  session: async ({ launch, server }, use) => {
    const app = await launch({ args: hostArguments(server.port) });
    await acceptHostKey(app.page);
    const shell = await server.shell(0);
    await printed(shell);
    await expectSize(app, shell);
    await use({ app, shell });
  },
});

/** The command line that opens a session on a server of the lab. */
export const hostArguments = (port: number): readonly string[] => ['-P', String(port), '-l', 'demo', '127.0.0.1'];

/** Opens one more session on the same server, in a tab of its own, and gives the server's end of it. */
export async function duplicateSession(app: App, server: ScriptedServer, index: number): Promise<ScriptedShell> {
  await chooseFromMenu(app, 'Duplicate Session'); // the key was accepted for the whole run
  const shell = await server.shell(index);
  await printed(shell);
  await expectSize(app, shell);
  return shell;
}

/** Waits until the server has been told the size that the terminal in front has. */
async function expectSize({ page }: App, shell: ScriptedShell): Promise<void> {
  const shown = page.getByRole('region', { name: 'Session status' }).getByText(/^\d+ × \d+$/);
  await expect.poll(async () => (await shown.innerText()).replace(' × ', 'x') === shell.size()).toBe(true);
}

/** DSR and its answer (ECMA-48, 8.3.35): whoever answers has read all that came before. */
const statusReport = '\u001b[5n';
const isWell = '\u001b[0n';

/** Prints the text, waits until the terminal has read all of it, and gives what it answered to it meanwhile. */
export async function printed(shell: ScriptedShell, text: string | Uint8Array = ''): Promise<string> {
  shell.forget();
  await shell.write(text);
  await shell.write(statusReport);
  await expect.poll(shell.typed, { timeout: 30_000, intervals: [10] }).toContain(isWell);
  const answers = shell.typed().replace(isWell, '');
  shell.forget();
  return answers;
}

/** Waits until the server has got just these bytes since it last looked. */
export async function expectTyped(shell: ScriptedShell, text: string): Promise<void> {
  await expect.poll(shell.typed, { intervals: [20] }).toBe(text);
  shell.forget();
}
