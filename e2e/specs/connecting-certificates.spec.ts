import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certifyHost } from '../lab/host-certificate.ts';
import { makeKeyPair } from '../lab/key-pair.ts';
import { openSession } from '../steps/configure.ts';
import { expectAccessible } from '../steps/looks.ts';
import { promptOf } from '../steps/prompts.ts';
import { expectEcho, expectState } from '../steps/sessions.ts';
import { endedPanel, keyLogin } from '../steps/tabs.ts';
import { expect, knownHostsLine, test, writeKnownHosts } from '../steps/user.ts';

test('other keys of a known host are offered after the login, and the terminal has the keyboard again', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd({ hostKeyTypes: ['ed25519', 'rsa'] });
  const home = await user.homeThatKnows(sshd);
  const app = await launch({ home });
  await openSession(app.page, keyLogin(sshd));
  const prompt = promptOf(app.page);
  await expect(prompt).toContainText('The host has other keys too');
  await expect(prompt).toContainText(sshd.hostKeys[1]?.fingerprint ?? '');
  await expectAccessible(app.page, 'the other keys of a host');
  await prompt.getByRole('button', { name: 'Save them' }).click();
  await expectEcho(app, 'goes on');
  const own = join(app.userDataDir, 'known_hosts');
  await expect.poll(() => readFileSync(own, 'utf8')).toContain(sshd.hostKeys[1]?.publicLine);
  expect(readFileSync(join(home, '.ssh', 'known_hosts'), 'utf8').trim()).toBe(knownHostsLine(sshd));
});

test('a host with a certificate is known by its authority, and refused with a sentence where that has expired', async ({
  lab,
  user,
  launch,
}) => {
  const home = await user.folder();
  const authority = await makeKeyPair(home, 'authority');
  await writeKnownHosts(home, [`@cert-authority * ${authority.publicLine}`]);
  const good = await lab.sshd({ certify: (key) => certifyHost(authority, key) });
  const expired = await lab.sshd({ certify: (key) => certifyHost(authority, key, { validity: '20200101:20200102' }) });
  const first = await launch({ home });
  await openSession(first.page, keyLogin(good));
  await expectState(first.page, 'open');
  await first.page.getByRole('button', { name: 'New session' }).click();
  await openSession(first.page, keyLogin(expired));
  await expect(endedPanel(first.page)).toContainText('is refused: it expired on 2020-01-0');
});
