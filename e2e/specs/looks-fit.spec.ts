import type { Page } from '@playwright/test';
import { categories } from '../../app/contract/settings/definition.ts';
import { loopback } from '../lab/tcp.ts';
import { openSession, showPanel } from '../steps/configure.ts';
import { cutOff } from '../steps/looks.ts';
import { answerPrompt, promptOf } from '../steps/prompts.ts';
import { expectState, keepaliveControl } from '../steps/sessions.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** The least size that the window must be usable at, and windows of 1280 x 800 and of that at 200 %; CSS pixels. */
const least = { width: 800, height: 600 };
const zoomed = { width: 640, height: 400 };
const leastZoomed = { width: 400, height: 300 };

async function expectPanelsFit(page: Page, panels: readonly string[], buttons: readonly string[]): Promise<void> {
  for (const category of panels) {
    await showPanel(page, category);
    await expect.poll(() => cutOff(page), category).toEqual([]);
    for (const name of buttons) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
  }
}

for (const size of [least, zoomed, leastZoomed]) {
  test(`nothing of the configuration dialog is cut off in ${size.width} x ${size.height}`, async ({ launch }) => {
    const { page } = await launch({ size });
    await expectPanelsFit(page, categories, ['Open', 'Cancel', 'About']);
  });
}

test('nothing of the other windows is cut off at a zoom of 200 %', async ({ lab, launch }) => {
  const notice = 'A long line of the notice that every server of this company shows before it lets anybody in.\r\n';
  const demo = await lab.demo({
    methods: ['keyboard-interactive'],
    banner: notice.repeat(40),
    rounds: [{ title: 'Two steps', questions: ['Badge: ', 'PIN: ', 'Code: '].map((text) => ({ text, echo: false })) }],
  });
  const app = await launch();
  const { page } = app;
  const fits = async (what: string, ...buttons: readonly string[]) => {
    for (const name of buttons) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    await expect.poll(() => cutOff(page), what).toEqual([]);
  };
  await openSession(page, { hostName: loopback, portNumber: demo.port, userName: 'ada' });
  await expect(promptOf(page)).toBeVisible();
  await page.setViewportSize(zoomed);
  await fits('an unknown host key', 'Accept and save', 'Accept once', 'Cancel');
  await promptOf(page).getByRole('button', { name: 'Accept once' }).click();
  await expect(promptOf(page).getByLabel('Badge:')).toBeInViewport({ ratio: 1 });
  await fits('the questions of a server', 'Continue', 'Cancel');
  await answerPrompt(page, 'Code:', '1');
  await expectState(page, 'open');

  for (const [entry, ...buttons] of [
    ['Event Log', 'Copy', 'Close'],
    ['About Holdfast', 'Close'],
    ['Close Tab', 'Close', 'Cancel'],
  ] as const) {
    await chooseFromMenu(app, entry);
    await fits(entry, ...buttons);
    await page.keyboard.press('Escape');
  }
  await keepaliveControl(page).click();
  await fits('the control of the keepalives', 'Apply', 'Cancel');
  await page.keyboard.press('Escape');
  await chooseFromMenu(app, 'Change Settings…');
  const panels = ['Session', 'Window', 'Window/Appearance', 'Connection', 'Connection/Alive checks'];
  await expectPanelsFit(page, panels, ['Apply', 'Cancel', 'About']);
});
