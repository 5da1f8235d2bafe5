import { describe, expect, it } from 'vitest';
import { jsonOf } from './json.ts';
import { pageOf } from './page.ts';
import type { Attempt, Row, RowResult } from './row.ts';
import { countsOf, progressLine } from './table.ts';

const getsIn: Attempt = { kind: 'in', after: null };
const isRefused: Attempt = { kind: 'out', says: 'It said no.' };

const resultOf = (row: Partial<Row>, holdfast: Attempt, ssh: Attempt | null): RowResult => ({
  row: {
    ...{ group: 'keys', server: 'sshd', method: 'key file: PEM', key: 'DSA', refusal: null },
    ...row,
    attempt: async () => ({ holdfast, ssh }),
  },
  holdfast,
  ssh,
});

const good = resultOf({}, getsIn, isRefused);
const warned = resultOf({ group: 'algorithms', key: '' }, { kind: 'in', after: 'a warning' }, null);
const declared = resultOf({ refusal: 'the server takes none' }, isRefused, isRefused);
const wrong = resultOf({}, isRefused, getsIn);
const surprise = resultOf({ refusal: 'it cannot' }, getsIn, getsIn);

describe('a row', () => {
  it('is as expected where it fails as it was declared to, and not where it succeeds so', () => {
    expect(countsOf([good, warned, declared])).toEqual({ rows: 3, holdfast: 2, ssh: 0, behind: 0, unexpected: 0 });
    expect(countsOf([wrong])).toMatchObject({ behind: 1, unexpected: 1 });
    expect(countsOf([surprise])).toMatchObject({ behind: 0, unexpected: 1 });
  });

  it('is told as it is done, with what was said where nobody thought of it', () => {
    expect(progressLine(good, 1, 5)).toBe('1/5 sshd · key file: PEM · DSA: Holdfast yes, ssh no');
    expect(progressLine(warned, 2, 5)).toBe('2/5 sshd · key file: PEM: Holdfast yes, after a warning, ssh –');
    expect(progressLine(declared, 3, 5)).toBe('3/5 sshd · key file: PEM · DSA: Holdfast no, ssh no');
    expect(progressLine(wrong, 4, 5)).toBe(
      '4/5 NOT AS EXPECTED sshd · key file: PEM · DSA: Holdfast no, ssh yes: It said no.',
    );
  });

  it('is an entry of the object', () => {
    expect(jsonOf([warned, declared])).toEqual({
      rows: [
        {
          ...{ group: 'algorithms', server: 'sshd', method: 'key file: PEM', key: null },
          ...{ ok: true, ssh: null, asExpected: true, holdfastAfter: 'a warning' },
        },
        {
          ...{ group: 'keys', server: 'sshd', method: 'key file: PEM', key: 'DSA', ok: false, ssh: false },
          ...{
            asExpected: true,
            refusal: 'the server takes none',
            holdfastSays: 'It said no.',
            sshSays: 'It said no.',
          },
        },
      ],
    });
  });
});

it('has a section on the page for each group, and one for what does not get in', () => {
  const facts = {
    machine: 'Linux',
    versions: ['a 1', 'b 2'],
    command: 'npm run compat',
    date: '2026-01-02',
    seconds: 61,
  };
  const page = pageOf([good, warned, declared, wrong], facts);
  expect(page).toContain('Written by `npm run compat` on 2026-01-02, in 61 s.');
  expect(page.match(/^## .*/gm)).toEqual([
    '## Where Holdfast does not get in',
    '## Keys from files',
    '## Each algorithm alone',
  ]);
  expect(page).toContain('| sshd | key file: PEM | DSA | no | the server takes none |');
  expect(page).toContain('| sshd | key file: PEM | DSA | yes | a fault: It said no. |');
  expect(page).toContain('Versions: a 1; b 2.');
});
