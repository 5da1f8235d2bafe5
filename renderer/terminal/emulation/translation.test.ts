import { afterEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type Harness, setUpTerminal } from '../testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

/** The column that the cursor is in after a text, from 1: what a program in the session is told, too. */
async function columnAfter(text: string): Promise<string> {
  const before = terminal.port.typed().length;
  await terminal.print(`\r${text}\u001b[6n`);
  return /;(\d+)R$/.exec(terminal.port.typed().slice(before))?.[1] ?? '';
}

describe('"Treat CJK ambiguous characters as wide"', () => {
  it('gives each of them two cells, mid-session too, and leaves the others alone', async () => {
    terminal = await setUpTerminal();
    expect(await columnAfter('○α─')).toBe('4');
    expect(await columnAfter('漢a')).toBe('4');
    terminal.view.apply({ ...defaultProfile, ambiguousWide: true }, darkSurroundings);
    expect(await columnAfter('○α─')).toBe('7');
    expect(await columnAfter('漢a')).toBe('4');
    expect(await columnAfter('e\u0301a')).toBe('3');
    terminal.view.apply(defaultProfile, darkSurroundings);
    expect(await columnAfter('○α─')).toBe('4');
  });
});

describe('"Enable VT100 line drawing even in UTF-8 mode"', () => {
  const box = '\u001b(0lqk\u001b(B \u001b)0\u000emqj\u000f\r\n';

  it('draws the lines that programs ask for in place of letters', async () => {
    terminal = await setUpTerminal();
    await terminal.print(box);
    expect(terminal.text()).toBe('┌─┐ └─┘');
  });

  it('leaves the letters where it is off and the session speaks UTF-8', async () => {
    terminal = await setUpTerminal({}, { utf8LineDrawing: false });
    await terminal.print(box);
    terminal.view.apply({ ...defaultProfile, utf8LineDrawing: false, characterSet: 'cp437' }, darkSurroundings);
    await terminal.print(box);
    expect(terminal.text()).toBe('lqk mqj\n┌─┐ └─┘');
  });
});
