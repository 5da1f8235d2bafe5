import { describe, expect, it } from 'vitest';
import { type PageFacts, pageOf, withProfiles } from './page.ts';
import { header, jsonOf, remarksOf, wordsOf } from './report.ts';
import { type Row, rowOf } from './row.ts';

const met: Row = rowOf({
  id: 1,
  measure: 'SSH receive',
  unit: 'MB/s',
  holdfast: [600, 700, 800],
  peers: { ssh: [500], plink: [100, 200, 300] },
  goal: { is: 'at least', times: 1.2, of: 'ssh' },
});
const missed: Row = rowOf({
  id: 2,
  measure: 'to the screen',
  unit: '',
  holdfast: [1],
  peers: { xterm: [2] },
  absent: { kitty: 'kitty is not installed.' },
  goal: { is: 'at least', times: 4, of: 'xterm' },
  bound: 'The parser.',
});

const facts: PageFacts = {
  machine: 'Linux, 2 cores',
  load: 0.25,
  versions: ['ssh 9.2', 'plink 0.78'],
  date: '2026-11-23',
  runs: 5,
  seconds: 600,
};
const measurements = [{ ids: [1], title: 'Receive', method: '`ssh cat`.' }] as const;

describe('wordsOf', () => {
  it('has a cell for each column, with the spread where there is one', () => {
    expect(wordsOf(met)).toEqual([
      ...['1', 'SSH receive, MB/s', '700 (600–800)', 'ssh 500; plink 200 (100–300)', '1.4'],
      ...['at least 1.2 x ssh', 'yes'],
    ]);
    expect(wordsOf(missed)).toEqual(['2', 'to the screen', '1', 'xterm 2; kitty –', '0.5', 'at least 4 x xterm', 'NO']);
    expect(wordsOf(met)).toHaveLength(header.length);
  });
});

describe('remarksOf', () => {
  it('tells what bounds a goal that is not met, and why a peer is absent, once', () => {
    expect(remarksOf([met, missed, missed])).toEqual([
      '2, to the screen: The parser.',
      'kitty: kitty is not installed.',
    ]);
  });
});

describe('jsonOf', () => {
  it('has medians as numbers', () => {
    expect(jsonOf([met])).toEqual({
      rows: [
        {
          ...{ id: 1, measure: 'SSH receive', unit: 'MB/s', holdfast: 700, peers: { ssh: 500, plink: 200 } },
          ...{ ratio: 1.4, goal: 'at least 1.2 x ssh', met: true },
          spread: { holdfast: [600, 800], ssh: [500, 500], plink: [100, 300] },
        },
      ],
    });
    expect(jsonOf([missed])).toMatchObject({
      rows: [{ met: false, bound: 'The parser.', absent: { kitty: 'kitty is not installed.' } }],
    });
  });
});

describe('the page', () => {
  const page = pageOf([met, missed], measurements, facts, '');

  it('has the rows, the machine, the versions, and how it is measured', () => {
    expect(page).toContain('from one run of 10 minutes: 1 of 2 goals met');
    expect(page).toContain('| 1 | SSH receive, MB/s | 700 (600–800) |');
    expect(page).toContain('- 2, to the screen: The parser.');
    expect(page).toContain(
      'Linux, 2 cores, with a load average of 0.3 as the run began. Versions: ssh 9.2; plink 0.78.',
    );
    expect(page).toContain('**1 Receive.** `ssh cat`.');
    expect(page.endsWith('\n')).toBe(true);
  });

  it('keeps the profiles through another run, and takes new ones', () => {
    const profiled = withProfiles(page, 'main: ssh2');
    expect(profiled.startsWith(page.trimEnd())).toBe(true);
    const again = pageOf([met], measurements, facts, profiled);
    expect(again).toContain('1 of 1 goals met');
    expect(again.endsWith('\n\n## Where the time goes\n\nmain: ssh2\n')).toBe(true);
    const replaced = withProfiles(again, 'main: pump');
    expect(replaced.endsWith('\n\n## Where the time goes\n\nmain: pump\n')).toBe(true);
    expect(replaced).not.toContain('main: ssh2');
  });
});
