import { expect, type Page } from '@playwright/test';
import type { SessionSnapshot, SessionState } from '../../app/contract/session/session.ts';
import type { Sshd } from '../lab/sshd.ts';
import { loopback } from '../lab/tcp.ts';
import type { App } from '../specs/harness/app.ts';
import { type Choices, openSession } from './configure.ts';
import { acceptHostKey, answerPrompt } from './prompts.ts';
import { expectTerminal, sessionsOf, typeLine } from './terminal.ts';

/** What the program reports of the session in this tab. */
export async function sessionAt(page: Page, index = 0): Promise<SessionSnapshot> {
  const session = (await sessionsOf(page))[index];
  if (session === undefined) throw new Error(`There is no session in tab ${index + 1}.`);
  return session;
}

/** Waits until the session in this tab stands so. */
export const expectState = (page: Page, kind: SessionState['kind'], index = 0) =>
  expect.poll(async () => (await sessionsOf(page))[index]?.state.kind).toBe(kind);

/** Logs in to the lab's sshd with its key, by way of this port, in the first tab; resolves at the prompt of its shell. */
export async function openOnSshd(app: App, sshd: Sshd, portNumber: number, choices: Choices = {}): Promise<void> {
  const { userName, clientKey: keyFile } = sshd;
  await openSession(app.page, { hostName: loopback, portNumber, userName, keyFile, ...choices });
  await acceptHostKey(app.page);
  await expectState(app.page, 'open');
  await expectTerminal(app, /\$ ?$/);
}

/** Logs in to a demo server in a new tab; resolves at the prompt of its shell. */
export async function openOnDemo(app: App, portNumber: number, choices: Choices = {}): Promise<void> {
  const index = (await sessionsOf(app.page)).length;
  if (index > 0) await app.page.getByRole('button', { name: 'New session' }).click();
  await openSession(app.page, { hostName: loopback, portNumber, userName: 'demo', ...choices });
  if (index === 0) await acceptHostKey(app.page);
  await answerPrompt(app.page, 'Password:', 'demo');
  await expectState(app.page, 'open', index);
  await expectTerminal(app, /\$ ?$/);
}

/** Lets the shell in front say a word: a line of its own, unlike the echo of what is typed. */
export async function expectEcho(app: App, word: string): Promise<void> {
  await typeLine(app.page, `echo ${word}`);
  await expectTerminal(app, new RegExp(`^${word}$`, 'm'));
}

/** The control in the status bar; its name is what it says of the null packets. */
export const keepaliveControl = (page: Page) => page.getByRole('button', { name: 'Change keepalives' });

/** Sets the seconds between keepalives of the session in front by the control in the status bar. */
export async function setKeepalive(page: Page, seconds: number): Promise<void> {
  await keepaliveControl(page).click();
  const form = page.getByRole('dialog', { name: 'Keepalives of this session' });
  await form.getByLabel('Seconds between keepalives').fill(String(seconds));
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(form).toBeHidden();
}
