import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const begin = async (profile: Partial<Profile>) => {
  terminal = await setUpTerminal({ readClipboard: async () => 'pasted' }, profile);
};
const change = (profile: Partial<Profile>) => terminal.view.apply({ ...defaultProfile, ...profile }, darkSurroundings);
const lines = () => terminal.text().split('\n');

/** What the terminal answers, or sends for a key, before it answers a status report. */
async function answer(output: string, keys = ''): Promise<string> {
  const before = terminal.port.typed().length;
  await terminal.print(output);
  if (keys !== '') await userEvent.keyboard(keys);
  await terminal.print('\u001b[5n');
  await waitFor(() => terminal.port.typed().endsWith('\u001b[0n'));
  return terminal.port.typed().slice(before, -4).replaceAll('\u001b', 'E');
}
/** Whether a private mode is set: DECRQM's answer. */
const isSet = async (mode: number) => (await answer(`\u001b[?${mode}$p`)) === `E[?${mode};1$y`;

describe('modes that are disabled', () => {
  it.each<[keyof Profile, number]>([
    ['noApplicationCursorKeys', 1],
    ['noApplicationKeypad', 66],
    ['noMouseReporting', 1000],
    ['noMouseReporting', 1002],
    ['noMouseReporting', 1003],
    ['noBracketedPaste', 2004],
    ['noAlternateScreen', 1049],
    ['noAlternateScreen', 47],
  ])('%s keeps programs from mode %i, and takes it from one that has set it', async (feature, mode) => {
    await begin({ [feature]: false });
    await terminal.print(`\u001b[?25;${mode}h`);
    expect(await isSet(mode)).toBe(true);
    change({ [feature]: true });
    expect(await isSet(mode)).toBe(false);
    await terminal.print(`\u001b[?25;${mode}h`);
    expect(await isSet(mode)).toBe(false);
    expect(await isSet(25)).toBe(true);
  });

  it('keep what the keys begin with', async () => {
    await begin({ noApplicationCursorKeys: true, cursorKeysMode: 'application' });
    expect(await answer('\u001b[?1l', '{ArrowUp}')).toBe('EOA');
  });

  it('leave the keypad as it is, by default', async () => {
    await begin({});
    await terminal.print('\u001b=');
    expect(await isSet(66)).toBe(false);
    change({ noApplicationKeypad: false });
    await terminal.print('\u001b=');
    expect(await isSet(66)).toBe(true);
  });

  it('leave what a full-screen program has drawn', async () => {
    await begin({ noAlternateScreen: true });
    await terminal.print('shell\r\n\u001b[?1049hdrawn\r\n\u001b[?1049lprompt');
    expect(lines()).toEqual(['shell', 'drawn', 'prompt']);
  });

  it('have pastes come as they are', async () => {
    await begin({ noBracketedPaste: true });
    await terminal.print('\u001b[?2004h');
    terminal.view.paste('clipboard');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('pasted');
  });
});

describe('titles', () => {
  const title = '\u001b]0;evil\u0007';

  it('are set by the server, or not', async () => {
    await begin({ noRemoteTitle: true });
    await terminal.print(title);
    change({});
    await terminal.print('\u001b]2;good\u0007');
    await waitFor(() => terminal.calls.titles.length > 0);
    expect(terminal.calls.titles).toEqual([{ title: 'good', iconTitle: '' }]);
  });

  it.each([
    ['none', ''],
    ['empty', 'E]lE\\E]LE\\'],
    ['title', 'E]levilE\\E]LevilE\\'],
  ] as const)('are answered with %s', async (titleQueryResponse, expected) => {
    await begin({ titleQueryResponse });
    expect(await answer(`${title}\u001b[21t\u001b[20t`)).toBe(expected);
  });
});

it('the scrollback is cleared by the server, or by the user alone', async () => {
  await begin({ noRemoteClearScrollback: true });
  await terminal.print(`${'line\r\n'.repeat(100)}\u001b[3J`);
  expect(lines().length).toBeGreaterThan(90);
  await terminal.print('\u001b[3;0J');
  expect(lines().length).toBeLessThan(50);
  change({});
  await terminal.print(`${'line\r\n'.repeat(100)}\u001b[3J`);
  expect(lines().length).toBeLessThan(50);
});

it('DEL from the server erases, or only goes back', async () => {
  await begin({});
  await terminal.print('abc\u007f\u007fx');
  expect(lines()).toEqual(['ax']);
  change({ noDestructiveBackspace: true });
  await terminal.print('\r\nabc\u007f\u007fx');
  expect(lines()[1]).toBe('axc');
  // In a sequence it is passed over, as before.
  await terminal.print('\r\n\u001b[\u007f1;2Hy');
  expect(lines()[0]).toBe('ay');
});

it('line drawing is switched on by the server, or not', async () => {
  const drawing = '\u001b(0q\u001b(B\u001b)0\u000eq\u000f';
  await begin({});
  await terminal.print(drawing);
  expect(lines()).toEqual(['──']);
  change({ noRemoteCharset: true });
  await terminal.print(`\r\n${drawing}`);
  expect(lines()[1]).toBe('qq');
});

describe('a size that the server asks for', () => {
  const last = () => terminal.calls.sizesAsked.at(-1);
  const size = () => terminal.calls.sizes.at(-1) ?? { columns: 0, rows: 0 };

  it('is asked for in cells, in pixels, and within limits', async () => {
    await begin({});
    await waitFor(() => terminal.calls.sizes.length > 0);
    await terminal.print('\u001b[8;30;100t');
    await waitFor(() => last()?.columns === 100);
    expect(last()).toEqual({ columns: 100, rows: 30 });
    await terminal.print('\u001b[8;0;9999t');
    await waitFor(() => last()?.columns === 500);
    expect(last()).toEqual({ columns: 500, rows: size().rows });
    await terminal.print('\u001b[4;4000;t');
    await waitFor(() => (last()?.rows ?? 0) > 100);
    expect(last()?.columns).toBe(size().columns);
  });

  it('is 132 or 80 columns, with a clear screen, once mode 40 allows that', async () => {
    await begin({});
    await terminal.print('kept\u001b[?3h');
    expect(lines()).toEqual(['kept']);
    await terminal.print('\u001b[?40h\u001b[?3hwide');
    await waitFor(() => last()?.columns === 132);
    expect(lines().at(-1)).toBe('wide');
    await terminal.print('\u001b[?3l');
    await waitFor(() => last()?.columns === 80);
  });

  it('is not asked for where that is disabled, nor by old output', async () => {
    await begin({ noRemoteResize: true });
    await terminal.print('\u001b[8;30;100t\u001b[?40h\u001b[?3h');
    change({});
    terminal.port.send({ kind: 'replay-begin', columns: 80, rows: 24 });
    await terminal.print('\u001b[8;30;100t');
    terminal.port.send({ kind: 'replay-end' });
    await terminal.print('\u001b[8;31;101t');
    await waitFor(() => last() !== undefined);
    expect(terminal.calls.sizesAsked).toEqual([{ columns: 101, rows: 31 }]);
  });
});
