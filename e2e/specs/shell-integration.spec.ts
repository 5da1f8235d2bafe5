import { colourAt } from '../steps/cells.ts';
import { changeSettings } from '../steps/configure.ts';
import { duplicateSession, printed, test } from '../steps/scripted-test.ts';
import { focusTerminal } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

const prompt = (text: string) => `\u001b]133;${text}\u0007`;
const copying = (text: string) => `\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`;

test('a command that ends in a tab that is not seen is told of on the desktop', async ({ session, server }) => {
  const { app, shell } = session;
  await changeSettings(app, { commandNotifySeconds: 1 });
  await printed(shell, `${prompt('A')}$ make\r\n${prompt('C')}`);
  await expect(app.page.locator('.terminal-prompt-mark')).toHaveCount(1);
  await duplicateSession(app, server, 1);

  const began = Date.now();
  await expect.poll(() => Date.now() - began).toBeGreaterThan(1000); // the least that is told of
  await printed(shell, `${prompt('D;2')}${prompt('A')}$ `);
  await expect
    .poll(app.notices)
    .toEqual([expect.stringMatching(/: The command failed with exit status 2, after \d+ s\.$/)]);
});

test('a program writes to the clipboard once the user says so', async ({ session }) => {
  const { app, shell } = session;
  const { page } = app;
  const asked = page.getByRole('region', { name: 'Clipboard' });
  /** What a paste types. It may come before the clipboard has been written: then it is pasted again. */
  const expectPasted = (text: string) =>
    expect
      .poll(async () => {
        await focusTerminal(page);
        shell.forget();
        await page.keyboard.press('Shift+Insert');
        await page.keyboard.press('Enter');
        await expect.poll(shell.typed).toContain('\r');
        return shell.typed();
      })
      .toBe(`${text}\r`);

  await printed(shell, copying('first'));
  await expect(asked).toContainText('first');
  await page.keyboard.type('typed meanwhile');
  await expect.poll(shell.typed).toBe('typed meanwhile');
  await asked.getByRole('button', { name: 'Copy' }).click();
  await expect(asked).toHaveCount(0);
  await expectPasted('first');

  await printed(shell, copying('second'));
  await asked.getByRole('button', { name: 'Always' }).click();
  await printed(shell, copying('third'));
  await expect(asked).toHaveCount(0);
  await expectPasted('third');

  await changeSettings(app, { clipboardWrites: 'ask' });
  await printed(shell, copying('fourth'));
  await asked.getByRole('button', { name: 'Never' }).click();
  await printed(shell, copying('fifth'));
  await expect(asked).toHaveCount(0);
});

test('pictures that programs print are drawn', async ({ session }) => {
  const band = '#1!60~-';
  const sixel = `\u001bPq"1;1;60;60#1;2;100;0;0${band.repeat(10)}\u001b\\`;
  await expect
    .poll(async () => {
      await printed(session.shell, `\u001b[H${sixel}`);
      return colourAt(session, 1, 2);
    })
    .toBe('#ff0000');
});
