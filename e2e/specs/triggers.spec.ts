import { colourAt } from '../steps/cells.ts';
import { apply, configure } from '../steps/configure.ts';
import { expectTyped, test } from '../steps/scripted-test.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

test('what matches in the output is highlighted, by the session or by a set, and answered with a snippet', async ({
  session,
}) => {
  const { app, shell } = session;
  const { page } = app;
  await chooseFromMenu(app, 'Change Settings…');
  await configure(page, {
    snippets: [{ name: 'Yes', value: 'y\\r' }],
    textRules: [
      { pattern: '\\d failed|error', colour: 'red', notify: false, snippet: '' },
      { pattern: 'Continue\\?', colour: 'none', notify: false, snippet: 'Yes' },
    ],
  });
  await page.getByRole('button', { name: 'Edit Sets…' }).click();
  await page.getByRole('button', { name: 'New Set' }).click();
  await page.getByLabel('Name').fill('Builds');
  await page.getByRole('dialog', { name: 'Highlight Sets' }).getByRole('textbox', { name: 'Pattern 1' }).fill('test ');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Builds' }).check({ force: true });
  await apply(page);

  await shell.write('test 3 failed\r\nContinue? [y/N] ');
  await expectTyped(shell, 'y\r');
  await expect.poll(() => colourAt(session, 1, 5)).toBe('#f5e663');
  // Spaces have no ink.
  await expect.poll(() => colourAt(session, 1, 7)).toBe('#8f1d1d');
});
