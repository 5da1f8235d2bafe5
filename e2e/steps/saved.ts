import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Sshd } from '../lab/sshd.ts';
import type { App, LaunchOptions } from '../specs/harness/app.ts';
import type { Choices } from './configure.ts';
import { expectState } from './sessions.ts';
import { keyLogin } from './tabs.ts';
import { chooseFromMenu } from './terminal.ts';
import type { User } from './user.ts';

/** The user-data folder that a launch has in this home. */
export const userDataIn = (home: string): string => join(home, '.config', 'Holdfast');

/** Writes the file of saved sessions as the program does; settings that are left out have their defaults. */
export async function writeSavedSessions(userDataDir: string, sessions: Record<string, Choices>): Promise<void> {
  const entries = Object.entries(sessions).map(([name, settings]) => ({ name, settings }));
  await mkdir(userDataDir, { recursive: true });
  await writeFile(join(userDataDir, 'saved-sessions.json'), JSON.stringify({ schemaVersion: 2, sessions: entries }));
}

interface Fixtures {
  readonly launch: (options: LaunchOptions) => Promise<App>;
  readonly user: Pick<User, 'homeThatKnows'>;
}

/** Starts the program with a saved session for each of these servers, by these names; resolves once the first is open. */
export async function launchWithSaved({ launch, user }: Fixtures, servers: Record<string, Sshd>): Promise<App> {
  const home = await user.homeThatKnows(...new Set(Object.values(servers)));
  const logins = Object.entries(servers).map(([name, sshd]) => [name, keyLogin(sshd)]);
  await writeSavedSessions(userDataIn(home), Object.fromEntries(logins));
  const [first = ''] = Object.keys(servers);
  const app = await launch({ home, args: ['-load', first] });
  await expectState(app.page, 'open');
  return app;
}

/** The same with saved sessions `a` and `b` on one server, each open in a tab. */
export async function launchWithTwoTabs(fixtures: Fixtures, sshd: Sshd): Promise<App> {
  const app = await launchWithSaved(fixtures, { a: sshd, b: sshd });
  await chooseFromMenu(app, 'Saved Sessions', 'b');
  await expectState(app.page, 'open', 1);
  return app;
}

/** The box of stored sessions in the dialog. */
export const savedBox = (page: Page) => page.getByRole('group', { name: 'Load, save or delete a stored session' });

/** Saves what the dialog holds under a name. */
export async function saveAs(page: Page, name: string): Promise<void> {
  await savedBox(page).getByRole('textbox').fill(name);
  await savedBox(page).getByRole('button', { name: 'Save' }).click();
  await savedBox(page).getByText(`Saved as "${name}".`).waitFor();
}

/** One of the names in the list. */
export const savedName = (page: Page, name: string) => savedBox(page).getByRole('row', { name, exact: true });

/** Fills the dialog with a saved session. */
export async function load(page: Page, name: string): Promise<void> {
  await savedName(page, name).click();
  await savedBox(page).getByRole('button', { name: 'Load' }).click();
}
