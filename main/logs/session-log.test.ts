import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { systemClock } from '../keepalive/system-clock.ts';
import { createSessionLogs } from './session-log.ts';
import { logFolder } from './testing/log-folder.ts';

const at = new Date(2026, 2, 9, 4, 5, 6).getTime();

/** Its user gives this answer, or none. */
function setUp(settings: Partial<Profile> = {}, answer: PromptAnswer['kind'] | null = 'cancel') {
  const homeDir = logFolder();
  const logs = createSessionLogs({ clock: systemClock, wallClock: () => at, homeDir });
  const path = join(homeDir, 'a.log');
  const asked: string[] = [];
  const told: string[] = [];
  const profile: Profile = {
    ...defaultProfile,
    hostName: 'ada@gate',
    logFileName: 'a.log',
    logHeader: false,
    ...settings,
  };
  const open = () => {
    const log = logs.open({
      profile,
      askAboutFile: async (file, signal) => {
        asked.push(file);
        if (answer === null) await once(signal, 'abort');
        return { kind: answer ?? 'cancel' } as PromptAnswer;
      },
      onLog: (text) => log.event({ at, text }),
      onNotice: (text) => told.push(text),
    });
    const print = (text: string, received = Buffer.from(text)) => log.output(Buffer.from(text), received);
    const end = async () => {
      log.close();
      await logs.whenWritten();
    };
    return { ...log, print, end };
  };
  return {
    homeDir,
    path,
    asked,
    told,
    profile,
    open,
    whenSettled: logs.whenSettled,
    read: (name = 'a.log') => readFileSync(join(homeDir, name), 'utf8'),
  };
}

describe('a session’s log', () => {
  it('is no file while nothing is to be logged', async () => {
    const { homeDir, open } = setUp();
    const log = open();
    log.print('output');
    log.trace.packet('incoming', 0, Buffer.of(20));
    log.event({ at, text: 'Event.' });
    await log.end();
    expect(readdirSync(homeDir)).toEqual([]);
  });

  it('has all output in the character set that it came in, and what can be printed in UTF-8', async () => {
    const all = setUp({ logType: 'all' });
    const first = all.open();
    first.print('é', Buffer.of(0x82));
    await first.end();
    expect([...readFileSync(join(all.homeDir, 'a.log'))]).toEqual([0x82]);
    const printable = setUp({ logType: 'printable' });
    const second = printable.open();
    second.print('é', Buffer.of(0x82));
    await second.end();
    expect(printable.read()).toBe('é');
  });

  it('has all output as it came, or what can be printed', async () => {
    const all = setUp({ logType: 'all', logFileName: 'logs/&H-&Y&M&D.log', logHeader: true });
    const first = all.open();
    first.print('\u001b[1mbo');
    first.print('ld\u001b[m\r\n');
    await first.end();
    expect(all.read('logs/gate-20260309.log')).toBe(
      '=~=~=~=~=~=~=~=~=~=~=~= Holdfast log 2026-03-09 04:05:06 =~=~=~=~=~=~=~=~=~=~=~=\n\u001b[1mbold\u001b[m\r\n',
    );
    const printable = setUp({ logType: 'printable' });
    const second = printable.open();
    second.print('\u001b[1mbo\u001b');
    second.print('[mld\r\n');
    second.event({ at, text: 'Not output.' });
    await second.end();
    expect(printable.read()).toBe('bold\r\n');
  });

  it('goes on over connections, and begins each with plain text', async () => {
    const { open, read } = setUp({ logType: 'printable' });
    const log = open();
    log.noteConnection();
    log.print('before\r\n\u001b]0;an unfinished tit');
    log.noteConnection();
    log.print('after\r\n');
    await log.end();
    expect(read()).toBe('before\r\nafter\r\n');
  });

  it('has packets, the Event Log and, if wanted, raw data, each in its place', async () => {
    const { path, open, read } = setUp({ logType: 'raw' });
    const log = open();
    log.event({ at, text: 'Connecting.\nNow.' });
    await expect.poll(() => existsSync(path)).toBe(true);
    log.trace.raw('incoming', Buffer.from('SSH-2.0-x\r\n'));
    log.trace.packet('outgoing', 3, Buffer.from([21]));
    log.print('not this');
    await log.end();
    const lines = read().split('\n');
    expect(lines[0]).toBe('Event Log: 2026-03-09 04:05:06\tConnecting.');
    expect(lines[1]).toBe('\tNow.');
    expect(lines[2]).toMatch(/^Event Log: .*\tLog file: .*a\.log \(SSH packets and raw data\)\.$/);
    expect(lines[3]).toBe('Incoming raw data at 2026-03-09 04:05:06.000');
    expect(lines[5]).toBe('Outgoing packet #0x3, type 21 / 0x15 (SSH2_MSG_NEWKEYS) at 2026-03-09 04:05:06.000');
    expect(read()).not.toContain('not this');
  });

  it('blanks the answer to a question that was asked before the log was begun', async () => {
    const { open, read, profile } = setUp();
    const log = open();
    const string = (text: string) => Buffer.concat([Buffer.of(0, 0, 0, text.length), Buffer.from(text)]);
    const request = ['ada', 'ssh-connection', 'keyboard-interactive', '', ''].map(string);
    log.trace.packet('outgoing', 0, Buffer.concat([Buffer.of(50), ...request]));
    log.change({ ...profile, logType: 'packets' });
    log.trace.packet('outgoing', 1, Buffer.concat([Buffer.of(61, 0, 0, 0, 1), string('hunter2')]));
    await log.end();
    expect(read()).toContain('SSH2_MSG_USERAUTH_INFO_RESPONSE');
    expect(read()).not.toContain('hunter');
  });

  it.each([
    ['append', 'old\nnew\n', 0],
    ['overwrite', 'new\n', 0],
    ['cancel', 'old\n', 1],
  ] as const)('asks about a file that is there, once, and the answer is done: %s', async (answer, text, notices) => {
    const { path, asked, told, open, read, whenSettled } = setUp({ logType: 'all' }, answer);
    writeFileSync(path, 'old\n');
    const log = open();
    log.print('new');
    await whenSettled();
    expect(asked).toEqual([path]);
    log.noteConnection();
    log.print('\n');
    await log.end();
    expect(read()).toBe(text);
    expect(asked).toHaveLength(1);
    expect(told).toHaveLength(notices);
  });

  it.each([
    ['append', 'old\nnew\n'],
    ['overwrite', 'new\n'],
  ] as const)('asks nothing where the settings say it: %s', async (logFileClash, text) => {
    const { path, asked, open, read } = setUp({ logType: 'all', logFileClash });
    writeFileSync(path, 'old\n');
    const log = open();
    log.print('new\n');
    await log.end();
    expect([read(), asked]).toEqual([text, []]);
  });

  it('leaves out session data from the moment that the settings say so', async () => {
    const { open, read, profile } = setUp({ logType: 'packets' });
    const log = open();
    const data = Buffer.concat([Buffer.of(94, 0, 0, 0, 0, 0, 0, 0, 6), Buffer.from('sesame')]);
    log.trace.packet('incoming', 0, data);
    log.change({ ...profile, logType: 'packets', sshLogOmitData: true });
    log.trace.packet('incoming', 1, data);
    await log.end();
    expect(read().match(/sesame/g)).toHaveLength(1);
    expect(read()).toContain('6 bytes omitted');
  });

  it('begins a new file at the size of the settings, mid-session too', async () => {
    const { open, read, profile, homeDir } = setUp({ logType: 'all' });
    const log = open();
    const megabyte = `${'x'.repeat(1023)}\n`.repeat(1024);
    log.print(megabyte);
    log.change({ ...profile, logRotateMegabytes: 1 });
    log.print('next\n');
    await log.end();
    expect(readdirSync(homeDir).sort()).toEqual(['a.log', 'a.log.1']);
    expect(read()).toBe('next\n');
  });

  it('is begun, ended and begun elsewhere by a change in mid-session', async () => {
    const { open, read, homeDir, profile } = setUp();
    const log = open();
    log.print('1 ');
    log.change({ ...profile, logType: 'all' });
    log.print('2 ');
    log.change({ ...profile, logType: 'all', logFlush: false, fontSize: 20 });
    log.print('3 ');
    log.change({ ...profile, logType: 'all', logFileName: 'b.log' });
    log.print('4 ');
    log.change({ ...profile, logType: 'none', logFileName: 'b.log' });
    log.print('5 ');
    await log.end();
    expect(readdirSync(homeDir).sort()).toEqual(['a.log', 'b.log']);
    expect([read(), read('b.log')]).toEqual(['2 3 ', '4 ']);
  });

  it('asks no longer once another file, or none, is chosen', async () => {
    const { path, asked, told, open, read, profile } = setUp({ logType: 'all' }, null);
    writeFileSync(path, 'old\n');
    const log = open();
    log.print('1 ');
    await expect.poll(() => asked).toEqual([path]);
    log.change({ ...profile, logFileName: 'b.log' });
    log.print('2 ');
    await log.end();
    expect([read(), read('b.log'), told]).toEqual(['old\n', '2 ', []]);
  });

  it('does not ask whether to overwrite a folder', async () => {
    const { asked, told, open } = setUp({ logType: 'all', logFileName: '' });
    const log = open();
    log.print('text');
    await expect.poll(() => told).toHaveLength(1);
    await log.end();
    expect(told[0]).toContain('cannot be written: ');
    expect(asked).toEqual([]);
  });

  it('tells of what goes wrong in sentences, and the session goes on', async () => {
    const { told, open, homeDir } = setUp({ logType: 'all', logFileName: 'file/a.log' });
    writeFileSync(join(homeDir, 'file'), '');
    const log = open();
    log.print('text');
    await expect.poll(() => told).toHaveLength(1);
    log.print('more');
    await log.end();
    log.print('after its end');
    log.event({ at, text: 'After its end.' });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^The log file .*a\.log cannot be written: there is no folder .*file\. The session goes on; .* every 30 seconds\.$/,
    );
  });
});
