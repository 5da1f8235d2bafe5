import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { parseCommandLine } from './command-line.ts';
import { createFollower, type FollowOptions } from './follow.ts';

const saved = { defaults: defaultProfile, sessions: [], folders: [], notice: null };

function setUp(options: Partial<FollowOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-follow-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const calls = { open: vi.fn(), notify: vi.fn(), onVerbose: vi.fn(), askAboutLink: vi.fn(async () => true) };
  const follow = createFollower({ saved: () => saved, followsLinks: () => true, ...calls, ...options });
  return { ...calls, folder, follow: (...words: readonly string[]) => follow(parseCommandLine(words), folder) };
}

it('takes the names of files for those of the folder in which the command line was given', () => {
  const { open, notify, folder, follow } = setUp();
  writeFileSync(join(folder, 'script'), 'one\ntwo\n');
  writeFileSync(join(folder, 'pw'), 'hunter2\nrest', { mode: 0o600 });
  follow('-i', 'keys/id', '-m', 'script', '-pwfile', 'pw', '-sessionlog', 'logs/&H', '-v', '-L', '1:a:2', 'host');
  const files = { keyFile: join(folder, 'keys/id'), logFileName: join(folder, 'logs/&H') };
  const profile = expect.objectContaining({ ...files, logType: 'all', remoteCommand: 'one\ntwo' });
  const forward = { kind: 'local', family: 'auto', bindAddress: '', port: 1, host: 'a', hostPort: 2 };
  expect(open).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ profile }), 'hunter2', [forward]);
  expect(notify).not.toHaveBeenCalled();
});

it('says what is wrong with a file, and opens nothing', () => {
  const { open, notify, folder, follow } = setUp();
  writeFileSync(join(folder, 'empty'), '\n');
  writeFileSync(join(folder, 'huge'), 'x'.repeat(100_000));
  writeFileSync(join(folder, 'binary'), 'a\u0000b');
  for (const words of [
    ['-m', 'none'],
    ['-m', 'empty'],
    ['-m', 'huge'],
    ['-m', 'binary'],
    ['-pwfile', '.'],
  ]) {
    follow(...words, 'host');
  }
  expect(open).not.toHaveBeenCalled();
  expect(notify.mock.calls).toEqual(Array.from({ length: 5 }, () => [expect.stringMatching(/\.$/)]));
});

it('warns of a password that others can read', () => {
  const { open, notify, folder, follow } = setUp();
  writeFileSync(join(folder, 'pw'), 'hunter2\n', { mode: 0o644 });
  follow('-pwfile', 'pw', 'host');
  expect(open).toHaveBeenCalledOnce();
  expect(notify).toHaveBeenCalledExactlyOnceWith('Others can read pw: take their permission away (chmod 600).');
});

it('goes where a link leads once its user has agreed, with nothing but host, user and port of it', async () => {
  const { open, askAboutLink, follow } = setUp();
  follow('ssh://ada:secret@example.com:2222/x');
  await expect.poll(() => open).toHaveBeenCalledOnce();
  expect(askAboutLink).toHaveBeenCalledOnce();
  const profile = { ...defaultProfile, hostName: 'example.com', userName: 'ada', portNumber: 2222 };
  const own = { userName: 'ada', portNumber: 2222 };
  expect(open).toHaveBeenCalledWith({ profile, savedAs: null, config: { host: 'example.com', own } }, null, []);
});

it('goes nowhere without an answer, or where links are off, and says so there', async () => {
  const refusing = setUp({ askAboutLink: async () => false });
  refusing.follow('ssh://example.com');
  const off = setUp({ followsLinks: () => false });
  off.follow('ssh://example.com');
  await Promise.resolve();
  expect(refusing.open).not.toHaveBeenCalled();
  expect(off.open).not.toHaveBeenCalled();
  expect(off.askAboutLink).not.toHaveBeenCalled();
  expect(off.notify).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"Open ssh:// Links"'));
});
