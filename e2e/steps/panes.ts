import type { Locator, Page } from '@playwright/test';
import type { SessionSnapshot } from '../../app/contract/session/session.ts';
import type { App } from '../specs/harness/app.ts';
import { terminalText } from './terminal.ts';

/** The panes of the tab in front, where there are several; in the order in which they were opened. */
export const panes = (page: Page): Locator => page.getByRole('tabpanel').locator('[data-pane]');

/** One of them. */
export const paneOf = (page: Page, { id }: Pick<SessionSnapshot, 'id'>): Locator => page.locator(`[data-pane="${id}"]`);

/** Gives the keyboard to a pane, by the pointer. */
export const focusPane = (page: Page, session: Pick<SessionSnapshot, 'id'>): Promise<void> =>
  paneOf(page, session).locator('.xterm-screen').click();

/** All text of a pane, which has the keyboard afterwards. */
export async function paneText(app: App, session: Pick<SessionSnapshot, 'id'>): Promise<string> {
  await focusPane(app.page, session);
  return terminalText(app);
}
