import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sshd } from '../lab/sshd.ts';
import { loopback } from '../lab/tcp.ts';
import { saveAs, savedBox, savedName } from '../steps/saved.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { configHost, writeSshConfig } from '../steps/ssh-config.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const hostField = 'Host Name (or IP address)';

/** A host as somebody who comes from `ssh` has it. */
const lab = (sshd: Sshd): readonly string[] => [
  'Host lab',
  `  HostName ${loopback}`,
  `  Port ${sshd.port}`,
  `  User ${sshd.userName}`,
  `  IdentityFile ${sshd.clientKey}`,
  '  ServerAliveInterval 60',
  '  ControlMaster auto',
];

test('hosts of ~/.ssh/config are in a group of their own, load into the dialog, and cannot be deleted', async ({
  lab: machines,
  user,
  launch,
}) => {
  const sshd = await machines.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSshConfig(home, [...lab(sshd), 'Host *.example.com', '  User ada']);
  const written = readFileSync(join(home, '.ssh', 'config'));
  const { page } = await launch({ home });
  await configHost(page, 'lab').click();
  await savedBox(page).getByRole('button', { name: 'Load' }).click();
  await expect(page.getByLabel(hostField)).toHaveValue(loopback);
  await expect(page.getByLabel('Port', { exact: true })).toHaveValue(String(sshd.port));
  const notes = page.getByRole('region', { name: 'Not taken from ~/.ssh/config for lab' });
  await expect(notes).toContainText('~/.ssh/config, line 7: ControlMaster is not supported');

  await savedBox(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('"lab" is in ~/.ssh/config, which Holdfast only reads')).toBeVisible();
  await saveAs(page, 'my lab');
  await expect(savedName(page, 'my lab')).toBeVisible();
  expect(readFileSync(join(home, '.ssh', 'config'))).toEqual(written);
});

test('a double click opens a host as the file has it then, and the Event Log says what has no effect', async ({
  lab: machines,
  user,
  launch,
}) => {
  const sshd = await machines.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSshConfig(home, ['Host lab', '  HostName nowhere.invalid']);
  const app = await launch({ home });
  const { page } = app;
  await expect(configHost(page, 'lab')).toBeVisible();
  await writeSshConfig(home, lab(sshd));
  await configHost(page, 'lab').dblclick();
  await expectState(page, 'open');
  await expect(page.getByRole('tab', { name: 'lab, Connected' })).toBeVisible();
  const { profile } = await sessionAt(page);
  expect(profile).toMatchObject({ aliveCheckSeconds: 60, aliveCheckCount: 3, whenStalled: 'disconnect' });

  await chooseFromMenu(app, 'Event Log');
  await expect(page.getByRole('dialog', { name: /^Event Log: / })).toContainText(
    '~/.ssh/config, line 7: ControlMaster is not supported',
  );
});

test('a name typed as the host, or given on the command line, is looked up in the file', async ({
  lab: machines,
  user,
  launch,
}) => {
  const sshd = await machines.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSshConfig(home, lab(sshd));
  const app = await launch({ home, args: ['lab'] });
  await expectState(app.page, 'open');
  await app.page.getByRole('button', { name: 'New session' }).click();
  await app.page.getByLabel(hostField).fill('lab');
  await app.page.keyboard.press('Enter');
  await expectState(app.page, 'open', 1);
  expect(await sessionAt(app.page, 1)).toMatchObject({ name: 'lab', profile: { hostName: loopback } });
});

test('a session that is restarted takes what the file says by then', async ({ lab: machines, user, launch }) => {
  const sshd = await machines.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSshConfig(home, ['Host lab', '  HostName nowhere.invalid']);
  const app = await launch({ home, args: ['lab'] });
  await expectState(app.page, 'closed');
  await writeSshConfig(home, lab(sshd));
  await chooseFromMenu(app, 'Restart Session');
  await expectState(app.page, 'open');
  expect(await sessionAt(app.page)).toMatchObject({ name: 'lab', profile: { hostName: loopback } });
});
