import { afterEach, describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';
import { controlText } from './answerback.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const begin = async (profile: Partial<Profile>) => {
  terminal = await setUpTerminal({}, profile);
};
const change = (profile: Partial<Profile>) => terminal.view.apply({ ...defaultProfile, ...profile }, darkSurroundings);
const lines = () => terminal.text().split('\n');

describe('a terminal without auto wrap', () => {
  const long = `${'x'.repeat(300)}y`;

  it('writes over its last column', async () => {
    await begin({ autoWrap: false });
    await terminal.print(`${long}\r\nnext`);
    expect(lines()).toHaveLength(2);
    expect(lines()[0]).toMatch(/^x+y$/);
    expect(lines()[0]?.length).toBeLessThan(200);
  });

  it.each([
    ['a full reset', '\u001bc'],
    ['a soft reset', '\u001b[!p'],
  ])('is so again after %s', async (_name, reset) => {
    await begin({ autoWrap: false });
    await terminal.print(`\u001b[?7h${reset}${long}`);
    expect(lines()[0]?.length).toBeLessThan(200);
  });

  it('is so for what a reloaded window reads again', async () => {
    await begin({ autoWrap: false });
    terminal.port.send({ kind: 'replay-begin', columns: 80, rows: 24 });
    await terminal.print(long);
    terminal.port.send({ kind: 'replay-end' });
    expect(lines()[0]).toHaveLength(80);
  });

  it('can be made and unmade mid-session, and another change leaves it as a program has it', async () => {
    await begin({});
    change({ autoWrap: false });
    await terminal.print(`${long}\r\n`);
    expect(lines()[0]?.length).toBeLessThan(200);
    await terminal.print('\u001b[?7h');
    change({ autoWrap: false, fontSize: 15 });
    await terminal.print(`\u001b[2J\u001b[H${long}`);
    expect(lines().at(-1)).toHaveLength(301);
  });
});

it('origin mode has positions count from the top of the scrolling region', async () => {
  await begin({ originMode: true });
  await terminal.print('\u001b[3;10r\u001b[1;1Hhere');
  expect(lines()).toEqual(['', '', 'here']);
});

it('a line feed is a carriage return too, where that is chosen', async () => {
  await begin({ implicitCr: true });
  await terminal.print('one\ntwo');
  expect(lines()).toEqual(['one', 'two']);
  change({ implicitCr: false });
  await terminal.print('\nthree');
  expect(lines()[2]).toBe('   three');
});

it('a line feed is again what was chosen after a reset, whatever a program has made of it', async () => {
  await begin({ implicitCr: true });
  await terminal.print('\u001b[20l\u001b[!pone\ntwo');
  expect(lines()).toEqual(['one', 'two']);
  change({ implicitCr: false });
  await terminal.print('\u001b[20h\u001bcone\ntwo');
  expect(lines()).toEqual(['one', '   two']);
});

it('a carriage return is a line feed too, where that is chosen', async () => {
  await begin({ implicitLf: true });
  await terminal.print('one\rtwo');
  expect(lines()).toEqual(['one', 'two']);
  change({ implicitLf: false });
  await terminal.print('\rTWO');
  expect(lines()).toEqual(['one', 'TWO']);
});

describe('answerback', () => {
  it('answers ^E with its text, control characters and all', async () => {
    await begin({ answerback: 'vt^M' });
    await terminal.print('\u0005');
    await waitFor(() => terminal.port.typed() === 'vt\r');
  });

  it('is silent while there is none, and while old output is read again', async () => {
    await begin({});
    await terminal.print('\u0005');
    change({ answerback: 'vt' });
    terminal.port.send({ kind: 'replay-begin', columns: 80, rows: 24 });
    await terminal.print('\u0005');
    terminal.port.send({ kind: 'replay-end' });
    await terminal.print('\u0005');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('vt');
  });

  it("is written as PuTTY's is", () => {
    expect(controlText('^[[c^m^?^~x^')).toBe('\u001b[c\r\u007f^x^');
  });
});
