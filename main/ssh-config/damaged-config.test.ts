import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { damagedCopies } from '../../e2e/lab/damage.ts';
import { createSshConfig } from './source.ts';
import { createOpenSsh } from './testing/open-ssh.ts';

const ssh = createOpenSsh();
afterAll(() => ssh.remove());

const whole = `# what a user has
Include more
Host web db "two words"
  HostName %h.lan
  User ada
  Port 2222
  IdentityFile ~/.ssh/id_%r
  LocalForward 8080 localhost:80
  ServerAliveInterval 1m30s
  ProxyJump gate,ada@inner:22
  SetEnv LANG=de_DE.UTF-8
Match host web exec "test -f /nowhere"
  Compression yes
Match originalhost db !user root
  KexAlgorithms +diffie-hellman-group14-sha1
Host *
  UserKnownHostsFile ~/.ssh/known_hosts
  GSSAPIAuthentication yes
`;

it('a damaged ssh_config gives settings and sentences, each with its place, and is left as it is', async () => {
  ssh.write({ config: whole, more: 'Host inner\n  Port 7\n  Include config\n' });
  const source = createSshConfig({
    places: { homeDir: ssh.homeDir, systemDir: ssh.homeDir },
    machine: ssh.machine,
    defaults: () => defaultProfile,
    mayRunCommands: () => false,
    runCommand: async () => {
      throw new Error('No command is to be run.');
    },
  });
  for (const { what, bytes } of damagedCopies(Buffer.from(whole))) {
    writeFileSync(ssh.configFile, bytes);
    const { hosts, remarks: problems } = source.list();
    const configured = await Promise.all(
      ['web', 'db', 'inner', 'two words', ...hosts].map((host) => source.configure(host, {})),
    );
    const remarks = [...problems, ...configured.flatMap((host) => host?.remarks ?? [])];
    for (const { file, line, text } of remarks) {
      expect(text, what).toMatch(/^(?!.*(undefined|NaN|Error:)).+\.$/);
      expect(file, what).toMatch(/^~\/(\.ssh\/(config|more)|ssh_config)$/);
      expect(line, what).toBeGreaterThanOrEqual(0);
    }
    for (const host of configured) {
      expect(host === null || (host.profile.portNumber >= 1 && host.profile.portNumber <= 65_535), what).toBe(true);
    }
    expect(readFileSync(ssh.configFile).equals(bytes), what).toBe(true);
  }
});
