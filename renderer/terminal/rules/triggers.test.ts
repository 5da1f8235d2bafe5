import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { type BareTerminal, setUpBareTerminal } from '../testing/bare-terminal.ts';
import { waitFor } from '../testing/terminal-harness.ts';
import { createTriggers, type Triggered } from './triggers.ts';

const withRule = (pattern: string): Profile => ({
  ...defaultProfile,
  textRules: [{ pattern, colour: 'none', notify: true, snippet: 'answer' }],
});

describe('a trigger', () => {
  let terminal: BareTerminal;
  let found: Triggered[];
  beforeEach(() => {
    found = [];
    terminal = setUpBareTerminal({ onTriggered: (triggered) => found.push(triggered) });
  });
  afterEach(() => {
    terminal.dispose();
    vi.restoreAllMocks();
  });

  /** Begins to look, and waits until it has looked over what is there. */
  const start = (profile: Profile, context = terminal.context) => createTriggers(context, profile);
  const lines = () => found.map(({ line }) => line);

  it('tells of the line that it was found in, with what to do', async () => {
    start(withRule('disk full'));
    await terminal.print('all well\r\nwrite: disk full on /dev/sda\r\n$ ');
    await waitFor(() => found.length > 0);
    expect(found).toEqual([{ line: 'write: disk full on /dev/sda', notify: true, snippet: 'answer' }]);
  });

  it('is found in a line that the terminal wrapped', async () => {
    start(withRule('the very end'));
    await terminal.print(`${'x'.repeat(150)} the very end\r\n`);
    await waitFor(() => found.length > 0);
    expect(lines()[0]).toMatch(/^x{150} the very end$/);
  });

  it('is found in a question at the end of output', async () => {
    start(withRule('Continue\\?'));
    await terminal.print('Continue? [y/N] ');
    await waitFor(() => found.length > 0);
    expect(lines()).toEqual(['Continue? [y/N] ']);
  });

  it('acts once for many matches, and for each rule by itself', async () => {
    const [rule] = withRule('error').textRules;
    if (rule === undefined) throw new Error('No rule.');
    start({ ...defaultProfile, textRules: [rule, { ...rule, pattern: 'last' }] });
    await terminal.print('error\r\n'.repeat(5000));
    await terminal.print('the last\r\n');
    await waitFor(() => found.length > 1);
    expect(lines()).toEqual(['error', 'the last']);
  });

  it('is found in nothing that is read again', async () => {
    let looks = 0;
    let replaying = true;
    const isReplaying = () => {
      looks += 1;
      return replaying;
    };
    start(withRule('error|seen'), { ...terminal.context, isReplaying });
    await terminal.print('error\r\n');
    await waitFor(() => looks > 0);
    replaying = false;
    await terminal.print('seen\r\n');
    await waitFor(() => found.length > 0);
    expect(lines()).toEqual(['seen']);
  });

  it('is found in all of much output, however long each look takes', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 10;
      return now;
    });
    start(withRule('needle'));
    await terminal.print(`${'hay\r\n'.repeat(20)}a needle\r\n`);
    await waitFor(() => found.length > 0);
    expect(lines()).toEqual(['a needle']);
  });

  it('is not found in what was printed before it was set', async () => {
    const part = start(defaultProfile);
    await terminal.print('error\r\nerror ');
    part.apply?.(withRule('error|seen'));
    await terminal.print('\r\nseen\r\n');
    await waitFor(() => found.length > 0);
    expect(lines()).toEqual(['seen']);
  });

  it('is not found in what a full-screen program hides while it is set', async () => {
    const part = start(defaultProfile);
    await terminal.print('error\r\nerror ');
    await terminal.print('\u001b[?1049h\u001b[Hfull screen');
    part.apply?.(withRule('error|seen'));
    await terminal.print('\u001b[?1049l\r\nseen\r\n');
    await waitFor(() => found.length > 0);
    expect(lines()).toEqual(['seen']);
  });

  it('is found where output goes on further up than before', async () => {
    start({ ...defaultProfile, textRules: ['done', 'home', 'seen'].flatMap((word) => withRule(word).textRules) });
    await terminal.print(`${'hay\r\n'.repeat(10)}done`);
    await waitFor(() => found.length === 1);
    await terminal.print('\u001b[Hhome');
    await waitFor(() => found.length === 2);
    await terminal.print('\r\nseen\r\nhay');
    await waitFor(() => found.length === 3);
  });

  it('is not found again above a screen that was cleared', async () => {
    start(withRule('error|seen'));
    const now = vi.spyOn(performance, 'now');
    await terminal.print(`error\r\n${'hay\r\n'.repeat(30)}`);
    await waitFor(() => found.length > 0);
    const laterMs = performance.now() + 60_000;
    now.mockImplementation(() => laterMs);
    await terminal.print('\u001b[H\u001b[2Jseen\r\n');
    await waitFor(() => found.length > 1);
    expect(lines()).toEqual(['error', 'seen']);
  });

  it('is not found in a full-screen program', async () => {
    start(withRule('error|seen'));
    await terminal.print('\u001b[?1049herror\r\n');
    await terminal.print('\u001b[?1049lseen\r\n');
    await waitFor(() => found.length > 0);
    expect(lines()).toEqual(['seen']);
  });
});
