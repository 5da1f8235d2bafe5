import { userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, focusTerminal, showTab, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** `Alt` of the DevTools protocol, which is Option on a Mac. */
const alt = 1;

/** Where the tabs are. */
const [meta, types] = [0, 1];

test('Option and a key send ESC and the key on a Mac, if the session says so, and what they type elsewhere', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), {
    meta: { ...keyLogin(sshd), optionIsMeta: true },
    types: { ...keyLogin(sshd), optionIsMeta: false },
  });
  const app = await launch({ home, args: ['-load', 'meta'] });
  const { page } = app;
  await expectState(page, 'open');
  await chooseFromMenu(app, 'Saved Sessions', 'types');
  await expectState(page, 'open', 1);

  /** Option+F as a Mac's keyboard has it, in a tab. */
  const pressIn = async (tab: number) => {
    await showTab(page, tab);
    await focusTerminal(page);
    const session = await page.context().newCDPSession(page);
    const key = { key: 'ƒ', code: 'KeyF', windowsVirtualKeyCode: 70, modifiers: alt };
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: 'ƒ' });
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
    await session.detach();
    await page.keyboard.press('x');
  };
  for (const tab of [meta, types]) {
    await showTab(page, tab);
    await typeLine(page, 'stty raw -echo; printf "raw "; exec cat -v');
    await expectTerminal(app, /raw $/m);
  }
  // Elsewhere Alt is Meta, and the setting is not there.
  for (const tab of [meta, types]) {
    await pressIn(tab);
    await expectTerminal(app, /raw \^\[fx$/m);
  }

  // xterm.js asks the browser.
  await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { value: 'MacIntel' }));
  await app.reload();
  await expect(page.getByRole('tab')).toHaveCount(2);
  await pressIn(meta);
  await expectTerminal(app, /raw \^\[fx\^\[fx$/m);
  await pressIn(types);
  await expectTerminal(app, /raw \^\[fxM-FM-\^Rx$/m);
});
