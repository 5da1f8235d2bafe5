import { apply, changeSettings, configure } from '../steps/configure.ts';
import { expectTyped, test } from '../steps/scripted-test.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

test('snippets are typed by a button or from the palette, after what they ask for', async ({ session }) => {
  const { app, shell } = session;
  const { page } = app;
  await chooseFromMenu(app, 'Change Settings…');
  const snippets = [
    { name: 'List', value: 'ls -l\\r' },
    { name: 'Where', value: 'ping $' + '{host}' },
    { name: 'Copy', value: 'cp $' + '{ask:From} $' + '{ask:To}' },
  ];
  await configure(page, { snippets });
  await apply(page);

  const bar = page.getByRole('toolbar', { name: 'Snippets' });
  await bar.getByRole('button', { name: 'List' }).click();
  await expectTyped(shell, 'ls -l\r');
  await page.keyboard.type('q'); // the keyboard is the terminal's again
  await expectTyped(shell, 'q');

  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('type where');
  await page.keyboard.press('Enter');
  await expectTyped(shell, 'ping 127.0.0.1');

  await bar.getByRole('button', { name: 'Copy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy' });
  await dialog.getByLabel('From').fill('a b');
  await dialog.getByLabel('To').fill('c');
  await page.keyboard.press('Enter');
  await expectTyped(shell, 'cp a b c');

  await changeSettings(app, { snippetBar: false });
  await expect(bar).toHaveCount(0);
});
