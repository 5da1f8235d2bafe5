import { changeSettings, openSession } from '../steps/configure.ts';
import { terminalGrid } from '../steps/screen.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('the server resizes the window, clears the scrollback and asks for the title, until it may not', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await openSession(page, { ...keyLogin(sshd), titleQueryResponse: 'title' });
  await expectState(page, 'open');

  await typeLine(page, "printf '\\033[8;18;66t'");
  await expect.poll(() => terminalGrid(page)).toMatchObject({ columns: 66, rows: 18 });
  await typeLine(
    page,
    "clear; stty size; stty raw -echo; printf '\\033]2;named\\007\\033[21t'; dd bs=1 count=10 2>/dev/null | cat -v; stty sane",
  );
  await expectTerminal(app, '18 66\n^[]lnamed^[\\');

  await changeSettings(app, { noRemoteResize: true, noRemoteClearScrollback: true });
  await typeLine(page, "seq 300; printf '\\033[8;20;70t\\033[3J'; stty size");
  await expectTerminal(app, /^1\n2\n[\s\S]*\n300\n18 66$/m);
  await chooseFromMenu(app, 'Clear Scrollback');
  await expectTerminal(app, /^(?!1\n2\n)[\s\S]*18 66/);
});
