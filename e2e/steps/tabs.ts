import type { Page } from '@playwright/test';
import type { Sshd } from '../lab/sshd.ts';
import { loopback } from '../lab/tcp.ts';
import { type Choices, openSession } from './configure.ts';

/** The dialog's fields for a login at a lab server with the key that it takes. */
export const keyLogin = (sshd: Sshd): Choices => ({
  hostName: loopback,
  portNumber: sshd.port,
  userName: sshd.userName,
  keyFile: sshd.clientKey,
});

/** The same as words of the command line. */
export const keyLoginArgs = (sshd: Sshd): readonly string[] => [
  ...['-P', String(sshd.port), '-l', sshd.userName, '-i', sshd.clientKey],
  loopback,
];

/** Shows the dialog over the tabs. */
export const newSession = (page: Page) => page.getByRole('button', { name: 'New session' }).click();

/** Opens one more tab through the dialog. */
export async function openAnother(page: Page, choices: Choices): Promise<void> {
  await newSession(page);
  await openSession(page, choices);
}

/** What stands under the terminal of a session that has ended. */
export const endedPanel = (page: Page) => page.getByRole('region', { name: 'Session ended' });
