import { describe, expect, it, vi } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { Prompt } from '#contract/session/prompt.ts';
import { answerOf } from './answers.ts';
import { createEscapeKeys } from './escape-keys.ts';
import { exitStatusOf } from './exit-status.ts';
import { terminalProfile } from './terminal-profile.ts';
import { createTypedLine } from './typed-line.ts';
import { userDataFolder } from './user-data.ts';

it('takes escapes at the beginning of a line alone, and sends every other key', () => {
  const onEscape = vi.fn();
  const keys = createEscapeKeys(onEscape);
  const sent = ['ls ~.\r', '~', '~x\r~', 'a~.', '\n~.', '~?'].map((typed) =>
    Buffer.from(keys(Buffer.from(typed))).toString(),
  );
  expect(sent.join('|')).toBe('ls ~.\r||~x\r|~a~.|\n|');
  expect(onEscape.mock.calls).toEqual([['disconnect'], ['help']]);
});

it('reads a line as it is typed, and shows a secret nowhere', () => {
  const shown = createTypedLine(true);
  expect(shown.type(Buffer.from('ab\u007fcé\r'))).toEqual({ shown: 'ab\b \bcé\r\n', done: true, line: 'acé' });
  const secret = createTypedLine(false);
  expect(secret.type(Buffer.from('wrong\u0015hunter2'))).toEqual({ shown: '', done: false, line: null });
  expect(secret.type(Buffer.from('\r'))).toEqual({ shown: '\r\n', done: true, line: 'hunter2' });
  expect(createTypedLine(true).type(Buffer.from('x\u0003'))).toMatchObject({ done: true, line: null });
});

it.each([
  [{ kind: 'exited', code: 3, signal: null, verdict: null }, 3],
  [{ kind: 'exited', code: null, signal: 'SIGKILL', verdict: null }, 137],
  [{ kind: 'exited', code: null, signal: 'odd@server', verdict: null }, 255],
  [{ kind: 'exited', code: null, signal: null, verdict: null }, 255],
  [{ kind: 'restored' }, 255],
] as const)('ends after %j with %i', (reason, status) => expect(exitStatusOf(reason)).toBe(status));

describe('a choice', () => {
  const prompt: Prompt = {
    kind: 'unknown-host-key',
    host: 'h',
    port: 22,
    keyType: 'ssh-ed25519',
    fingerprint: 'SHA256:x',
    knownTypes: [],
  };

  it.each([
    [['yes'], 'accept-and-save', 1],
    [[' ONCE '], 'accept-once', 1],
    [['no'], 'cancel', 1],
    [[null], 'cancel', 1],
    [['y', '', 'yes'], 'accept-and-save', 3],
    [['', null], 'cancel', 2],
  ] as const)('is asked for until a word is written out: %j gives %s', async (typed, kind, times) => {
    const asked: string[] = [];
    const answer = await answerOf(prompt, async (question) => {
      asked.push(question);
      return typed[asked.length - 1] ?? null;
    });
    expect(answer.kind).toBe(kind);
    expect(asked).toHaveLength(times);
    for (const again of asked.slice(1)) expect(again).toBe('Write one of these words: yes, once, no: ');
  });
});

it('connects again by itself only where somebody types, or tunnels are kept', () => {
  const profile = { ...defaultProfile, whenLost: 'reconnect', whenStalled: 'reconnect' } as const;
  const script = { noPty: null, hasCommand: true, isTyped: false, terminalType: 'xterm', size: null };
  expect(terminalProfile(profile, script)).toMatchObject({ whenLost: 'wait', whenStalled: 'disconnect', noPty: true });
  expect(terminalProfile({ ...profile, noShell: true }, script)).toMatchObject({ whenLost: 'reconnect' });
  const typed = { ...script, hasCommand: false, isTyped: true, size: { columns: 132, rows: 43 } };
  expect(terminalProfile(profile, typed)).toMatchObject({
    whenLost: 'reconnect',
    noPty: false,
    terminalType: 'xterm',
    columns: 132,
    rows: 43,
  });
  const { terminalType } = defaultProfile;
  expect(terminalProfile(profile, { ...typed, terminalType: '' })).toMatchObject({ terminalType });
});

it("finds the folder that Electron gives the program's data", () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string>) => userDataFolder([], platform, env, '/home/ada');
  expect(at('linux', {})).toBe('/home/ada/.config/Holdfast');
  expect(at('linux', { XDG_CONFIG_HOME: '/cfg' })).toBe('/cfg/Holdfast');
  expect(at('linux', { XDG_CONFIG_HOME: 'relative' })).toBe('/home/ada/.config/Holdfast');
  expect(at('darwin', {})).toBe('/home/ada/Library/Application Support/Holdfast');
  expect(userDataFolder(['host', '--user-data-dir=/d'], 'linux', {}, '/home/ada')).toBe('/d');
});
