import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { realMouse } from '../testing/real-mouse.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

async function setUp(text: string, settings: Partial<Profile> = {}) {
  terminal = await setUpTerminal({}, settings);
  await waitFor(() => terminal.calls.sizes.length > 0);
  await terminal.print(text);
}

async function select(from: readonly [number, number], to: readonly [number, number], alt = false): Promise<void> {
  const screen = terminal.view.element.querySelector('.xterm-screen') as HTMLElement;
  const mouse = realMouse(screen, terminal.calls.sizes.at(-1) ?? defaultProfile);
  const cell = ([column, row]: readonly [number, number]) => ({ column, row });
  await mouse.drag(cell(from), cell(to), alt ? { with: ['alt'] } : {});
}

function copied() {
  terminal.calls.written.length = 0;
  terminal.view.copy('clipboard');
  return terminal.calls.written[0];
}

describe('copied text', () => {
  it('has no blanks at the ends of its lines, though a program printed them', async () => {
    await setUp('padded      \r\n  inner  gap   \r\nlast      ');
    await select([0, 0], [30, 2]);
    expect(copied()?.text).toBe('padded\n  inner  gap\nlast');
  });

  it('keeps a blank at its end where more of the line follows', async () => {
    await setUp('one two');
    await select([0, 0], [4, 0]);
    expect(copied()?.text).toBe('one ');
  });

  it('has what the terminal wrapped as one line', async () => {
    const line = `${'word '.repeat(40)}end`;
    await setUp(`${line}\r\nnext`);
    await select([0, 0], [4, 2]);
    expect(copied()?.text).toBe(line.slice(0, (terminal.calls.sizes.at(-1)?.columns ?? 80) * 2 + 4).trimEnd());
    await select([0, 0], [30, 3]);
    expect(copied()?.text).toBe(`${line}\nnext`);
  });

  it('has lines as the letters of VT100 line drawing where that is wanted', async () => {
    await setUp('┌─┐ \u001b(0x\u001b(B é', { copyLinesAsLetters: true });
    await select([0, 0], [30, 0]);
    expect(copied()?.text).toBe('lqk x é');
  });
});

describe('words', () => {
  const doubleClick = async (column: number) => {
    const screen = terminal.view.element.querySelector('.xterm-screen') as HTMLElement;
    const width = screen.getBoundingClientRect().width / (terminal.calls.sizes.at(-1)?.columns ?? 80);
    await userEvent.dblClick(screen, { position: { x: (column + 0.5) * width, y: 8 } });
    return copied()?.text;
  };

  it('end at the characters that the profile names, mid-session too', async () => {
    await setUp('ssh ada@host:/tmp/file.txt now');
    expect(await doubleClick(6)).toBe('ada@host:/tmp/file.txt');
    terminal.view.apply({ ...defaultProfile, wordSeparators: '@:/' }, darkSurroundings);
    expect(await doubleClick(5)).toBe('ada');
    expect(await doubleClick(15)).toBe('tmp');
  });
});

describe('copying with looks', () => {
  const coloured =
    'plain \u001b[1;31mred & <bold>\u001b[m \u001b[3;4;38;2;1;2;3;48;5;226mé{x}\u001b[m \u001b[7minverse\u001b[m tail   ';

  it('writes HTML and RTF with the colours of the terminal beside the text', async () => {
    await setUp(coloured, { copyRich: true, colourScheme: 'tango-dark' });
    await select([0, 0], [70, 0]);
    const { text, rich } = copied() ?? {};
    expect(text).toBe('plain red & <bold> é{x} inverse tail');
    const shown = document.createElement('div');
    shown.innerHTML = rich?.html ?? '';
    expect(shown.textContent).toBe(text);
    expect([...shown.querySelectorAll('span')].map((span) => span.getAttribute('style'))).toEqual([
      'color:#ef2929;font-weight:bold',
      'color:#010203;background-color:#ffff00;font-style:italic;text-decoration:underline',
      'color:#2e3436;background-color:#d3d7cf',
    ]);
    expect(rich?.rtf).toMatch(
      /^\{\\rtf1\\ansi.*\\red239\\green41\\blue41;.*\\red1\\green2\\blue3;\\red255\\green255\\blue0;/s,
    );
    expect(rich?.rtf).toContain('\\b red & <bold>}');
    expect(rich?.rtf).toContain('\\i\\ul \\u233?\\{x\\}}');
  });

  it('has the rows of a block', async () => {
    await setUp('\u001b[32mgreen\u001b[m one\r\n\u001b[34mblue\u001b[m  two', { copyRich: true });
    await select([0, 0], [3, 1], true);
    const { text, rich } = copied() ?? {};
    expect(text).toBe('gre\nblu');
    const shown = document.createElement('div');
    shown.innerHTML = rich?.html ?? '';
    expect(shown.textContent).toBe(text);
    expect(shown.querySelectorAll('span')).toHaveLength(2);
  });

  it('leaves them out by default, and of what was selected last', async () => {
    await setUp(coloured);
    await select([0, 0], [70, 0]);
    expect(copied()).not.toHaveProperty('rich');
    terminal.view.apply({ ...defaultProfile, copyRich: true }, darkSurroundings);
    terminal.calls.written.length = 0;
    terminal.view.copy('selection');
    expect(terminal.calls.written[0]).not.toHaveProperty('rich');
  });
});
