import { type Choices, changeSettings, openSession } from '../steps/configure.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, focusTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('keys, local echo and the answer to ^E reach the server as the panels say, and change in a session that runs', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  const press = async (...keys: readonly string[]) => {
    await focusTerminal(page);
    for (const key of keys) await page.keyboard.press(key);
  };
  const change = (choices: Choices) => changeSettings(app, choices);

  await openSession(page, { ...keyLogin(sshd), functionKeys: 'linux', backspaceKey: 'control-h', answerback: 'here' });
  await expectState(page, 'open');
  await typeLine(page, 'stty raw -echo; printf "raw "; exec cat -v');
  await expectTerminal(app, /raw $/m);
  await press('F1', 'F6', 'Home', 'Backspace', 'Control+ArrowLeft', 'x');
  await expectTerminal(app, 'raw ^[[[A^[[17~^[[H^H^[[1;5Dx');

  await change({ functionKeys: 'vt100-plus', homeEndKeys: 'rxvt', arrowKeys: 'toggle', keypadMode: 'application' });
  await press('F6', 'End', 'Control+ArrowLeft', 'Numpad7', 'y');
  await expectTerminal(app, 'Dx^[OU^[Ow^[OD^[Owy');

  await change({ localEcho: 'on', localEditing: 'on' });
  await press('o', 'k');
  await expectTerminal(app, 'Owyok');
  await press('Enter');
  await expectTerminal(app, /yok\nok\^M/);
  await change({ localEcho: 'auto', localEditing: 'auto' });
  await press('z');
  await expectTerminal(app, /ok\^Mz$/m);
});

test('Reset Terminal brings back what the panels begin with', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await openSession(page, { ...keyLogin(sshd), autoWrap: false, answerback: 'true^M' });
  await expectState(page, 'open');
  await typeLine(page, "printf '\\033[?7hwraps\\n'");
  await expectTerminal(app, /^wraps/m);
  await chooseFromMenu(app, 'Reset Terminal');
  // The shell reads the answer to its own ^E as a command.
  await typeLine(page, 'clear; printf "%0500d\\n" 7; printf "\\005"');
  // Not wrapped, it ends where the line does.
  await expectTerminal(app, /^0{20,480}7\n.*true$/m);
  await expect(page.getByRole('tab')).toHaveCount(1);
});
