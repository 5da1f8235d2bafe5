import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDialog, importRow, openImport, writePutty } from '../steps/imports.ts';
import { cutOff, expectAccessible } from '../steps/looks.ts';
import { load, saveAs, savedName, userDataIn } from '../steps/saved.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const hostKey =
  'ssh-ed448@22:old.example.com 0x10001,0xb7d1\nssh-ed25519@2222:gate.example.com 0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a,0x6666666666666666666666666666666666666666666666666666666666666658\n';

test('sessions of PuTTY are found, shown with what stays out, imported, and open', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  const real = `HostName=${sshd.userName}@127.0.0.1\nProtocol=ssh\nPortNumber=${sshd.port}\nPublicKeyFile=${sshd.clientKey}\nPingInterval=1\nPingIntervalSecs=30\nTryPalette=1\n`;
  await writePutty(home, { 'the%20lab': real, 'serial%20line': 'HostName=\nProtocol=serial\n' });
  writeFileSync(join(home, '.putty', 'sshhostkeys'), hostKey);
  const app = await launch({ home });
  const { page } = app;
  await saveAs(page, 'nothing but a host');

  await openImport(page);
  await expect(importDialog(page)).toContainText('PuTTY: 4 sessions');
  await expectAccessible(page, 'the sources of an import');
  await page.getByRole('button', { name: `Show the sessions in ${join(home, '.putty')}` }).click();
  await expect(importRow(page, 'serial line')).toContainText('Holdfast speaks only SSH');
  await expect(importRow(page, 'serial line').getByRole('checkbox')).toBeDisabled();
  await expect(importRow(page, 'nothing but a host')).toContainText('The saved one differs: Host Name');
  await expect(importRow(page, 'nothing but a host').getByRole('checkbox')).not.toBeChecked();
  await page.getByLabel('What becomes of nothing but a host').selectOption('Import as "nothing but a host (2)"');
  await page.getByRole('button', { name: '1 setting of the lab left out' }).click();
  await expect(importDialog(page).getByRole('region', { name: 'Left out of the lab' })).toContainText(
    'TryPalette=1 Holdfast has no such setting.',
  );
  await importDialog(page).getByText("1 entry can't be read, and is left out").click();
  await expect(importDialog(page)).toContainText('keys of the type ssh-ed448 are not accepted here');
  await expectAccessible(page, 'the preview of an import');

  await importDialog(page).getByRole('button', { name: 'Import 3 Sessions' }).click();
  await expect(importDialog(page)).toContainText('Imported: 3 sessions added, 1 host key added.');
  await expect(importDialog(page)).toContainText('saved-sessions.json.backup-1');
  await importDialog(page).getByRole('button', { name: 'Close' }).click();
  expect(readFileSync(join(userDataIn(home), 'known_hosts'), 'utf8')).toContain('[gate.example.com]:2222 ssh-ed25519 ');

  await load(page, 'nothing but a host (2)');
  await expect(page.getByLabel('Host Name (or IP address)')).toHaveValue('host.example.com');
  await savedName(page, 'the lab').dblclick();
  await expectState(page, 'open');
  expect((await sessionAt(page)).profile).toMatchObject({ keepaliveSeconds: 90, terminalType: 'xterm-256color' });

  await chooseFromMenu(app, 'Import Sessions…');
  await page.getByRole('button', { name: /^Show the sessions/ }).click();
  await expect(importRow(page, 'the lab')).toContainText('Saved already, with the same settings');
  await expect(importDialog(page)).toContainText('1 host key is known already.');
  expect(await cutOff(page)).toEqual([]);
});

test('sessions are chosen for an export, written to a file, and come back from it in another home', async ({
  user,
  launch,
}) => {
  const home = await user.folder();
  await writePutty(home);
  const file = join(await user.folder(), 'sessions.json');
  const first = await launch({ home });
  await openImport(first.page);
  await first.page.getByRole('button', { name: /^Show the sessions/ }).click();
  await importDialog(first.page).getByRole('button', { name: 'Import 2 Sessions' }).click();
  await importDialog(first.page).getByRole('button', { name: 'Close' }).click();
  const dialog = first.page.getByRole('dialog', { name: 'Export sessions' });
  await savedName(first.page, 'nothing but a host').click({ button: 'right' });
  await first.page.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(dialog.getByRole('button', { name: 'Export 1 Session…' })).toBeFocused();
  await first.page.keyboard.press('Escape');
  await first.page.getByRole('button', { name: 'Export…' }).click();
  await first.chooseFile(file, () => dialog.getByRole('button', { name: 'Export 2 Sessions…' }).click());
  await expect(first.page.getByText(`Exported 2 sessions to ${file}, without passwords.`)).toBeVisible();
  const saved = readFileSync(join(userDataIn(home), 'saved-sessions.json'), 'utf8');
  await first.closeWindow();
  await first.exited();

  const elsewhere = await user.folder();
  const second = await launch({ home: elsewhere });
  await openImport(second.page);
  await expect(importDialog(second.page)).toContainText('no sessions of PuTTY or Tera Term');
  await second.chooseFile(file, () => importDialog(second.page).getByRole('button', { name: 'Choose File…' }).click());
  await expect(importRow(second.page, 'Default Settings')).toContainText('Saved already, with the same settings');
  await importDialog(second.page).getByRole('button', { name: 'Import 2 Sessions' }).click();
  await importDialog(second.page).getByRole('button', { name: 'Close' }).click();
  expect(readFileSync(join(userDataIn(elsewhere), 'saved-sessions.json'), 'utf8')).toEqual(saved);
});

test('a file of another kind is refused in a sentence, and Escape leaves everything as it is', async ({
  user,
  launch,
}) => {
  const home = await user.folder();
  const file = join(home, 'letter.txt');
  writeFileSync(file, 'Dear Sir or Madam\n');
  const app = await launch({ home });
  await openImport(app.page);
  await app.chooseFile(file, () => importDialog(app.page).getByRole('button', { name: 'Choose File…' }).click());
  await expect(importDialog(app.page).getByRole('alert')).toContainText(
    "Holdfast doesn't know what to do with this file.",
  );
  await app.page.keyboard.press('Escape');
  await expect(importDialog(app.page)).toHaveCount(0);
  await expect(app.page.getByRole('button', { name: 'Import…' })).toBeFocused();
});
