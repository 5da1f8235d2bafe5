import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { type BareTerminal, setUpBareTerminal } from '../testing/bare-terminal.ts';
import { waitFor } from '../testing/terminal-harness.ts';
import { createShellMarks, type EndedCommand, type ShellMarks } from './shell-marks.ts';

const osc = (text: string) => `\u001b]133;${text}\u0007`;
const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\r\n`).join('');
const marks = () => [...document.querySelectorAll<HTMLElement>('.terminal-prompt-mark')];
const isShown = (mark: HTMLElement) => mark.style.display !== 'none';

describe('the prompts of a shell', () => {
  let terminal: BareTerminal;
  let marked: ShellMarks;
  let commands: EndedCommand[];
  beforeEach(() => {
    commands = [];
    terminal = setUpBareTerminal({ onCommandEnded: (command) => commands.push(command) });
    marked = createShellMarks(terminal.context, defaultProfile);
  });
  afterEach(() => {
    marked.dispose();
    terminal.dispose();
  });

  const topLine = () => terminal.shown(0);

  it('are marked, and one whose command failed otherwise', async () => {
    await terminal.print(`${osc('A')}$ true\r\n${osc('C')}${osc('D;0')}${osc('A')}$ false\r\n${osc('C')}${osc('D;1')}`);
    await waitFor(() => marks().length === 2);
    expect(marks().map((mark) => mark.classList.contains('is-failed'))).toEqual([false, true]);
  });

  it('are not marked where the setting is off, and marked again where it is on', async () => {
    await terminal.print(`${osc('A')}$ `);
    await waitFor(() => marks().filter(isShown).length === 1);
    marked.apply?.({ ...defaultProfile, commandMarks: false });
    await waitFor(() => marks().length === 0);
    marked.apply?.(defaultProfile);
    await waitFor(() => marks().length === 1);
  });

  it('are jumped to, up and down, and past the last one to the end', async () => {
    await terminal.print(`${osc('A')}first$ \r\n${lines(60)}${osc('A')}second$ \r\n${lines(60)}`);
    const end = topLine();
    marked.jump('previous');
    expect(topLine()).toBe('second$ ');
    marked.jump('previous');
    expect(topLine()).toBe('first$ ');
    marked.jump('previous');
    expect(topLine()).toBe('first$ ');
    marked.jump('next');
    expect(topLine()).toBe('second$ ');
    marked.jump('next');
    expect(topLine()).toBe(end);
  });

  it('tell of each command that ends, with its exit status', async () => {
    await terminal.print(`${osc('A')}$ ${osc('C')}output\r\n${osc('D;3')}${osc('A')}$ ${osc('C')}${osc('D')}`);
    expect(commands.map(({ exitStatus }) => exitStatus)).toEqual([3, null]);
    expect(commands[0]?.seconds).toBeLessThan(60);
  });

  it('tell of nothing that has not begun, and of no senseless status', async () => {
    await terminal.print(`${osc('D;0')}${osc('C')}${osc('D;12345')}`);
    expect(commands.map(({ exitStatus }) => exitStatus)).toEqual([null]);
  });

  it('keep to a bound, however many a program claims', async () => {
    await terminal.print(`${osc('A')}x\r\n`.repeat(5000));
    await waitFor(() => marks().length > 0);
    expect(marks().length).toBeLessThanOrEqual(1000);
  });
});
