import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { runCommand } from './match-command.ts';
import { createSshConfig } from './source.ts';
import { createOpenSsh } from './testing/open-ssh.ts';

const ssh = createOpenSsh();
beforeEach(() => ssh.write({}));
afterAll(() => ssh.remove());

function open({ config, more = '' }: { config: string; more?: string }, mayRun = false, defaults = defaultProfile) {
  ssh.write({ config, more });
  const run = vi.fn(runCommand);
  const source = createSshConfig({
    places: { homeDir: ssh.homeDir, systemDir: ssh.homeDir },
    machine: ssh.machine,
    defaults: () => defaults,
    mayRunCommands: () => mayRun,
    runCommand: run,
  });
  return { source, run };
}

const line = (at: number, text: string) => ({ file: '~/.ssh/config', line: at, text });

describe('a host of ~/.ssh/config', () => {
  it('gets its settings over the Default Settings, and under what its user set', async () => {
    const defaults: Profile = { ...defaultProfile, fontSize: 20, portNumber: 99 };
    const { source } = open({ config: 'Host web\n HostName 10.0.0.5\n Port 2222\n User ada\n' }, false, defaults);
    expect(await source.configure('web', { portNumber: 22 })).toEqual({
      host: 'web',
      profile: { ...defaults, hostName: '10.0.0.5', userName: 'ada', portNumber: 22 },
      remarks: [],
    });
  });

  it('is logged in to as whoever is at the computer where no User is named, as ssh does', async () => {
    const { source } = open({ config: 'Host web\n' });
    expect(await source.configure('web', {})).toMatchObject({ profile: { userName: 'root', hostName: 'web' } });
  });

  it('is read anew each time, and never written', async () => {
    const { source } = open({ config: 'Host web\n Port 1\n' });
    expect(await source.configure('web', {})).toMatchObject({ profile: { portNumber: 1 } });
    ssh.write({ config: 'Host web\n Port 2\n' });
    expect(await source.configure('web', {})).toMatchObject({ profile: { portNumber: 2 } });
  });

  it('is none of its hosts where no line but "Host *" speaks of it', async () => {
    const { source } = open({ config: 'Host web *.lan\n User ada\nHost *\n Port 2222\nMatch all\n Compression yes\n' });
    expect(await source.configure('other', {})).toBeNull();
    expect(await source.configure('x.lan', {})).toMatchObject({ profile: { userName: 'ada', portNumber: 2222 } });
  });

  it('is spoken of by a Match line too', async () => {
    const { source } = open({ config: 'Match host web\n Port 2222\n' });
    expect(await source.configure('web', {})).toMatchObject({ profile: { portNumber: 2222 } });
  });

  it('has what is not supported listed, each with its line; what was to be ignored is not', async () => {
    const { source } = open({
      config: 'IgnoreUnknown Use*\nHost web\n ControlMaster auto\n UseKeychain yes\n Foo bar\n SessionType subsystem\n',
    });
    expect(await source.configure('web', {})).toMatchObject({
      remarks: [
        line(3, 'ControlMaster is not supported, and has no effect here.'),
        line(5, 'Foo is not supported, and has no effect here.'),
        line(6, 'SessionType subsystem is not supported, and has no effect here.'),
      ],
    });
  });

  it('has what is wrong with its values told, and the others count', async () => {
    const { source } = open({
      config:
        'Host web\n Port abc\n AddressFamily inet7\n User ada bob\n HostName %z.x\n Match host\n Host web\n Port 2\n',
    });
    const configured = await source.configure('web', {});
    expect(configured).toMatchObject({ profile: { portNumber: 2 } });
    expect(configured?.remarks.map((remark) => remark.line)).toEqual([2, 3, 4, 5, 6]);
  });
});

describe('a jump host', () => {
  const config = 'Host gate\n HostName 10.0.0.1\n User ada\nHost *\n Compression yes\n';

  it('has the settings that the files have for it, with the user and the port that are named', () => {
    const { source } = open({ config });
    expect(source.jumpHost('gate')).toMatchObject({ hostName: '10.0.0.1', userName: 'ada', portNumber: 22 });
    expect(source.jumpHost('bob@gate:2222')).toMatchObject({ userName: 'bob', portNumber: 2222, compression: true });
  });

  it('is none of theirs where no line speaks of it, or where it is no name', () => {
    const { source } = open({ config });
    for (const text of ['other', '', '@', 'gate:x', '-gate', 'a b']) expect(source.jumpHost(text), text).toBeNull();
  });
});

it('a name that a shell could take for more is not looked up', async () => {
  const { source, run } = open({ config: 'Host *x\nMatch exec "echo %n %r"\n' }, true);
  for (const host of ['$(id)x', '`id`x', ';id;x', '-oProxyCommand=x', "a'x", 'a x']) {
    expect(await source.configure(host, {}), host).toBeNull();
  }
  expect(await source.configure('x', { userName: '$(id)' })).toBeNull();
  expect(run).not.toHaveBeenCalled();
});

describe('Match exec', () => {
  const config =
    'Host web\n Port 2\nMatch exec "test %h = web"\n User matched\nMatch exec "exit 1"\n Compression yes\n';

  it('runs nothing unless its user lets it, and says so', async () => {
    const { source, run } = open({ config });
    expect(source.list().matchExec).toBe('off');
    expect(await source.configure('web', {})).toMatchObject({
      profile: { userName: 'root', portNumber: 2 },
      remarks: [3, 5].map((at) => line(at, 'The command of Match exec is not run: what follows it is left out.')),
    });
    expect(run).not.toHaveBeenCalled();
  });

  it('runs what it names once that is allowed', async () => {
    const { source, run } = open({ config }, true);
    expect(source.list().matchExec).toBe('on');
    expect(await source.configure('web', {})).toMatchObject({
      profile: { userName: 'matched', compression: false },
      remarks: [],
    });
    expect(run.mock.calls).toEqual([['test web = web'], ['exit 1']]);
  });

  it('runs no command whose line fails without it', async () => {
    const { source, run } = open({ config: 'Host web\n Port 2\nMatch host other exec "exit 0"\n User x\n' }, true);
    await source.configure('web', {});
    expect(run).not.toHaveBeenCalled();
  });

  it('does not go on for ever', async () => {
    const many = Array.from({ length: 100 }, (_, at) => `Match !exec "exit ${at}"\n`).join('');
    const { source, run } = open({ config: `Host web\n${many}` }, true);
    await source.configure('web', {});
    expect(run).toHaveBeenCalledTimes(20);
  });
});

describe('the list of hosts', () => {
  it('has their names, and what could not be read', () => {
    const { source } = open({ config: 'Host web\n User "x\nInclude more\n', more: 'Host db\n' });
    expect(source.list()).toEqual({
      hosts: ['web', 'db'],
      remarks: [line(2, 'A quotation mark is not closed.')],
      matchExec: 'none',
    });
  });
});
