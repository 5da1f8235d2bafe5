import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeSettings, openSession } from '../steps/configure.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, typeKeys, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** "漢字 ソース" in Shift-JIS; the second byte of ソ is a backslash. */
const shiftJis = Buffer.from('8abf8e9a20835c815b8358', 'hex');
/** "╔═╗ é" in CP437. */
const cp437 = Buffer.from('c9cdbb2082', 'hex');

test('a real shell prints Shift-JIS and CP437, and gets what is typed in them', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = join(sshd.folder, 'home');
  await writeFile(join(home, 'sjis.txt'), Buffer.concat([shiftJis, Buffer.from('\n')]));
  await writeFile(join(home, 'cp437.txt'), Buffer.concat([cp437, Buffer.from('\n')]));
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  await openSession(app.page, { ...keyLogin(sshd), characterSet: 'shift-jis' });
  await expectState(app.page, 'open');

  // Cooked input takes bytes as they come; Ctrl+D ends it.
  await typeLine(app.page, 'cat sjis.txt; cat > typed.txt');
  await expectTerminal(app, '漢字 ソース');
  await typeLine(app.page, '漢字 ソース');
  await expect
    .poll(() => readFile(join(home, 'typed.txt')), { timeout: 10_000 })
    .toEqual(Buffer.concat([shiftJis, Buffer.from('\n')]));
  await app.page.keyboard.press('Control+d');

  await changeSettings(app, { characterSet: 'cp437' });
  await typeLine(app.page, 'cat cp437.txt; cat > typed.txt');
  await expectTerminal(app, '╔═╗ é');
  await typeKeys(app.page, '╔═╗ é 漢');
  await app.page.keyboard.press('Enter');
  await expect
    .poll(() => readFile(join(home, 'typed.txt')), { timeout: 10_000 })
    .toEqual(Buffer.concat([cp437, Buffer.from(' ?\n')]));
  await chooseFromMenu(app, 'Event Log');
  await expect(app.page.getByRole('log', { name: 'Events' })).toContainText('is not in CP437: it was sent as "?"');
});
