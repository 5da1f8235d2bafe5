import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loopback } from '../lab/tcp.ts';
import { answerPrompt } from '../steps/prompts.ts';
import { runProgram } from '../steps/run-program.ts';
import { userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { keyLogin, keyLoginArgs } from '../steps/tabs.ts';
import { sessionsOf } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('--version and --help answer on the terminal', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await runProgram('--version')).toEqual({ status: 0, stdout: `Holdfast ${version}\n`, stderr: '' });
  const help = await runProgram('--help');
  expect(help).toMatchObject({ status: 0, stderr: '' });
  for (const option of ['-load NAME', '-P PORT', '-l USER', '-i FILE']) expect(help.stdout).toContain(option);
});

const refused: readonly (readonly string[])[] = [
  ['-pw', 'hunter2', 'host'],
  ['-telnet', 'host'],
  ['-P'],
  ['-P', '0', 'host'],
  ['-P', '22x', 'host'],
  ['one', 'two'],
];

test('a command line that cannot be followed is refused on stderr, with exit status 1', async () => {
  const runs = await Promise.all(refused.map(async (args) => ({ args, ...(await runProgram(...args)) })));
  for (const { args, status, stdout, stderr } of runs) {
    expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' });
    expect(stderr).toMatch(/^holdfast: \S.+\.\n$/);
    expect(stderr).not.toContain('hunter2');
  }
});

test("PuTTY's options open a session at once", async ({ lab, user, launch }) => {
  const [sshd, demo] = [await lab.sshd(), await lab.demo({ methods: ['password'] })];
  const home = await user.homeThatKnows(sshd, demo);
  const app = await launch({ home, args: ['-ssh', ...keyLoginArgs(sshd)] });
  await expectState(app.page, 'open');

  const second = launch({ home, args: ['-P', String(demo.port), `ada@${loopback}`] });
  await expect(second).rejects.toThrow(/status 0/);
  await answerPrompt(app.page, 'Password of ada', 'any');
  await expectState(app.page, 'open', 1);
  await expect(app.page.getByRole('tab', { name: `ada@${loopback}` })).toBeVisible();
});

test('-load opens a saved session, by a second start in the window of the first', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), {
    'R&D "lab"': { ...keyLogin(sshd), keepaliveSeconds: 33 },
    other: { hostName: 'other.invalid' },
  });
  const app = await launch({ home, args: ['-load', 'R&D "lab"'] });
  await expectState(app.page, 'open');
  expect(await sessionAt(app.page)).toMatchObject({ name: 'R&D "lab"', savedAs: 'R&D "lab"' });

  await expect(launch({ home, args: ['-load', 'R&D "lab"', '-l', 'root'] })).rejects.toThrow(/status 0/);
  await expectState(app.page, 'open', 1);
  expect((await sessionAt(app.page, 1)).profile.keepaliveSeconds).toBe(33);
  await expect(app.page.getByRole('tab')).toHaveCount(2);

  await expect(launch({ home, args: ['-load', 'no such'] })).rejects.toThrow(/status 0/);
  await expect(app.page.getByText('There is no saved session named "no such".')).toBeVisible();
  expect(await sessionsOf(app.page)).toHaveLength(2);
});

test('a start with a host shows its tab before those of the last run', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { left: keyLogin(sshd) });
  const first = await launch({ home, args: ['-load', 'left'] });
  await expectState(first.page, 'open');
  await expect.poll(() => existsSync(join(first.userDataDir, 'open-tabs.json'))).toBe(true);
  await first.kill();

  const second = await launch({ home, args: keyLoginArgs(sshd) });
  await expectState(second.page, 'open', 1);
  const front = second.page.getByRole('tab', { selected: true });
  await expect(front).toHaveAccessibleName(new RegExp(`^${sshd.userName}@`));
  expect(await sessionAt(second.page)).toMatchObject({ name: 'left', state: { kind: 'closed' } });
});

test('a first start with a name that is not saved opens the window, and says so there', async ({ launch }) => {
  const { page } = await launch({ args: ['-load', 'no such'] });
  await expect(page.getByText('There is no saved session named "no such".')).toBeVisible();
  await expect(page.getByLabel('Host Name (or IP address)')).toBeVisible();
});
