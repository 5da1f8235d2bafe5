import type { Page } from '@playwright/test';
import { focusPane, paneText } from '../steps/panes.ts';
import { launchWithSaved, launchWithTwoTabs } from '../steps/saved.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { chooseFromMenu, expectTerminal, terminalText, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('what is typed and pasted goes to two servers until one key ends it, and no start brings it back', async ({
  lab,
  user,
  launch,
}) => {
  const [one, two] = [await lab.sshd(), await lab.sshd()];
  const app = await launchWithSaved({ launch, user }, { one, two });
  const { page } = app;
  await chooseFromMenu(app, 'Panes', 'Open Saved Session at the Right', 'two');
  await expectState(page, 'open', 1);
  const sessions = [await sessionAt(page, 0), await sessionAt(page, 1)];
  for (const session of sessions) await expect.poll(() => paneText(app, session)).toMatch(/\$ ?$/);

  await page.keyboard.press('Control+Shift+B');
  const mark = page.getByRole('button', { name: 'Typing goes to 2 panes. Stop broadcasting' });
  await expect(mark).toBeVisible();
  await page.keyboard.type('echo typed-$((20 + 3))\n');
  await page.evaluate(() =>
    window.holdfast.command('clipboard.write', { to: 'clipboard', text: 'echo pasted-$((2*4))' }),
  );
  await page.keyboard.press('Control+Shift+V');
  for (const session of sessions) await expect.poll(() => paneText(app, session)).toContain('echo pasted-$((2*4))');
  await page.keyboard.press('Enter');
  for (const session of sessions) {
    await expect.poll(() => paneText(app, session)).toMatch(/^typed-23$[\s\S]*^pasted-8$/m);
  }

  await page.keyboard.press('Control+Shift+B');
  await expect(mark).toHaveCount(0);
  await focusPane(page, sessions[0] as (typeof sessions)[0]);
  await page.keyboard.type('echo alone\n');
  await expect.poll(() => paneText(app, sessions[0] as (typeof sessions)[0])).toMatch(/^alone$/m);
  expect(await paneText(app, sessions[1] as (typeof sessions)[0])).not.toContain('alone');

  await page.keyboard.press('Control+Shift+B');
  await expect(mark).toBeVisible();
  await app.reload();
  await expect(page.getByRole('tab')).toHaveCount(1);
  await expect(mark).toHaveCount(0);
});

test('what is typed goes to a picked pane of another window, until either window ends it', async ({
  lab,
  user,
  launch,
}) => {
  const app = await launchWithTwoTabs({ launch, user }, await lab.sshd());
  const { page } = app;
  await chooseFromMenu(app, 'Tab', 'Move Tab to New Window');
  const second = await app.secondWindow();
  await expectTerminal(second, /\$ ?$/m);

  await chooseFromMenu(app, 'Panes', 'Broadcast to Chosen Panes…');
  await page.getByRole('checkbox', { name: 'a', exact: true }).check({ force: true });
  await page.getByRole('group', { name: 'In another window: b' }).getByRole('checkbox').check({ force: true });
  await page.getByRole('button', { name: 'Broadcast', exact: true }).click();
  const stopIn = (window: Page) =>
    window.getByRole('button', { name: 'Typing goes to 1 pane here, 1 elsewhere. Stop broadcasting' });
  for (const window of [app, second]) await expect(stopIn(window.page)).toBeVisible();
  await typeLine(page, 'echo first-$((20+3))');
  for (const window of [app, second]) await expectTerminal(window, /^first-23$/m);
  await typeLine(second.page, 'echo second-$((20+4))');
  for (const window of [app, second]) await expectTerminal(window, /^second-24$/m);

  await stopIn(second.page).click();
  for (const window of [app, second]) await expect(stopIn(window.page)).toHaveCount(0);
  await typeLine(page, 'echo alone-$((20+5))');
  await expectTerminal(app, /^alone-25$/m);
  expect(await terminalText(second)).not.toContain('alone');
});
