import { describe, expect, it, vi } from 'vitest';
import { createHostVerifier, type DecideHostKey } from './host-verifier.ts';

const key = Buffer.from('a host key');

const answerOf = (decide: DecideHostKey) =>
  new Promise<boolean>((resolve) => createHostVerifier(decide, () => {})(key, resolve));

const notTrue: readonly (readonly [string, unknown])[] = [
  ['false', false],
  ['null', null],
  ['undefined', undefined],
  ['0', 0],
  ['1', 1],
  ['NaN', Number.NaN],
  ['an empty string', ''],
  ['the word true', 'true'],
  ['an empty object', {}],
  ['a list with true', [true]],
  ['a boxed true', Object(true)],
  ['a function that gives true', () => true],
  ['a success', { ok: true, value: null }],
];

describe('the host verifier', () => {
  it('accepts the literal true, at once or later', async () => {
    expect(await answerOf(() => true)).toBe(true);
    expect(await answerOf(async () => true)).toBe(true);
  });

  it.each(notTrue)('refuses %s, at once or later', async (_name, value) => {
    expect(await answerOf(() => value)).toBe(false);
    expect(await answerOf(async () => value)).toBe(false);
  });

  it('refuses if the decision throws or rejects', async () => {
    expect(
      await answerOf(() => {
        throw new Error('broken');
      }),
    ).toBe(false);
    expect(await answerOf(() => Promise.reject(true))).toBe(false);
  });

  it('gives ssh2 nothing by its return value, which ssh2 would take for consent', () => {
    expect(
      createHostVerifier(
        () => false,
        () => {},
      )(key, () => {}),
    ).toBeUndefined();
  });

  it('compares on a renewal of keys, without asking and at once', async () => {
    const decide = vi.fn(() => true);
    const changed = vi.fn();
    const verify = createHostVerifier(decide, changed);
    await new Promise((resolve) => verify(key, resolve));
    const answers: boolean[] = [];
    verify(Buffer.from(key), (answer) => answers.push(answer));
    expect([answers, changed.mock.calls.length]).toEqual([[true], 0]);
    verify(Buffer.from('another key'), (answer) => answers.push(answer));
    expect([answers, changed.mock.calls.length]).toEqual([[true, false], 1]);
    expect(decide).toHaveBeenCalledTimes(1);
  });

  it('pins a copy: a buffer that is used again does not change it', async () => {
    const verify = createHostVerifier(
      () => true,
      () => {},
    );
    const reused = Buffer.from('a host key');
    await new Promise((resolve) => verify(reused, resolve));
    reused.fill(0);
    expect(await new Promise((resolve) => verify(key, resolve))).toBe(true);
  });
});
