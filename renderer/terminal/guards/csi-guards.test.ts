import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, setUpTerminal } from '../testing/terminal-harness.ts';

/** Far from the minutes that xterm.js takes by itself, and far from what a busy machine takes. */
const limitMs = 4000;
const huge = 2_147_483_647;

describe('the counts of control sequences', () => {
  let terminal: Harness;
  beforeEach(async () => {
    terminal = await setUpTerminal();
  });
  afterEach(() => terminal.dispose());

  const lines = () => terminal.text().split('\n');

  it.each(['b', 'L', 'M', 'S', 'T', 'I', 'Z', '@', 'P', 'X', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'd'])(
    'are capped for CSI 2147483647 %s',
    async (final) => {
      await terminal.print('text');
      const start = performance.now();
      await terminal.print(`\u001b[${huge}${final}`);
      expect(performance.now() - start).toBeLessThan(limitMs);
    },
  );

  it('leave a count that fits as it is', async () => {
    await terminal.print('ab\u001b[3b\r\none\r\ntwo\u001b[2;1H\u001b[2L');
    expect(lines()).toEqual(['abbbb', '', '', 'one', 'two']);
  });

  it('repeat a character over the whole screen when more is asked for', async () => {
    await terminal.print(`x\u001b[${huge}b`);
    expect(terminal.text()).toMatch(/^x+$/);
  });

  it('scroll every line out when more is asked for', async () => {
    await terminal.print(`one\r\ntwo\u001b[${huge}Sthree`);
    expect(lines().filter((line) => line !== '')).toEqual(['   three']);
  });

  it('refuse to repeat a character that carries thousands of marks', async () => {
    await terminal.print(`e${'\u0301'.repeat(20_000)}`);
    const start = performance.now();
    await terminal.print(`\u001b[${huge}b`);
    expect(performance.now() - start).toBeLessThan(limitMs);
    expect(terminal.text().length).toBeLessThan(40_000);
  });
});
