import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

/** Inputs of 6-reliability's list that concern the terminal, and have no file of their own. */
describe('hostile output', () => {
  let terminal: Harness;
  beforeEach(async () => {
    terminal = await setUpTerminal();
  });
  afterEach(() => terminal.dispose());

  /** What the terminal answered to `text`, up to the answer to a status report that follows it. */
  const answersTo = async (text: string) => {
    await terminal.print(`${text}\u001b[5n`);
    await waitFor(() => terminal.port.typed().endsWith('\u001b[0n'));
    return terminal.port.typed().slice(0, -'\u001b[0n'.length);
  };

  it('gets nothing of its own back through DECRQSS or ENQ', async () => {
    const answer = await answersTo('\u001bP$q\nrm -rf ~\n\u001b\\\u0005');
    expect(answer).not.toContain('rm');
  });

  it('neither reads the clipboard by OSC 52 nor writes it', async () => {
    expect(await answersTo(`\u001b]52;c;?\u0007\u001b]52;c;${btoa('evil')}\u0007`)).toBe('');
    expect(terminal.calls.written).toEqual([]);
  });

  it('is read on after an OSC that did not end for 30 MB', async () => {
    const piece = 'x'.repeat(3_000_000);
    await terminal.print('\u001b]2;');
    for (let i = 0; i < 10; i += 1) await terminal.print(piece);
    await terminal.print('\u0007after');
    expect(terminal.text()).toBe('after');
  });

  it('rings the bell once a second at most', async () => {
    await terminal.print('\u0007'.repeat(50_000));
    expect(terminal.calls.counts.bells).toBe(1);
  });

  it('may hold 100,000 links, and new lines still come at once', async () => {
    // Scrollback that the links just fill: each new line then moves every marker that is left.
    terminal.view.apply({ ...defaultProfile, scrollbackLines: 1400 }, darkSurroundings);
    const links = Array.from(
      { length: 100_000 },
      (_, i) => `\u001b]8;;https://example.com/${i}\u0007l\u001b]8;;\u0007`,
    );
    await terminal.print(links.join(''));
    const start = performance.now();
    await terminal.print('line\r\n'.repeat(2000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
