import { expect, it } from 'vitest';
import type { ImportedRow, ImportPreview } from '#contract/saved/import.ts';
import { choicesFor, chosenCount, firstPlan, quietCount, requestOf, withAll, withChoice } from './import-plan.ts';

const row = (name: string, standing: ImportedRow['standing'], isWithoutKeepalive = false): ImportedRow => ({
  ...{ name, standing, isWithoutKeepalive, folder: '', target: 'host', unmapped: [] },
  freeName: `${name} (2)`,
});

const rows = [
  row('new', { kind: 'new' }, true),
  row('same', { kind: 'same' }),
  row('other', { kind: 'conflict', differs: ['rows'] }, true),
  row('serial', { kind: 'refused', reason: 'It is a session by serial.' }),
  row('Default Settings', { kind: 'conflict', differs: ['rows'] }),
];
const preview: ImportPreview = {
  ...{ id: 'i1', kind: 'putty', place: '/home/ada/.putty', rows, problems: [] },
  highlightSets: [],
  hostKeys: { added: 2, known: 0, conflicting: [] },
};

it('takes what is new, and leaves what is saved as it is, until the user says otherwise', () => {
  const plan = firstPlan(preview);
  expect(plan.choices).toEqual(['add', 'skip', 'skip', 'skip', 'skip']);
  expect([chosenCount(plan), quietCount(plan, rows)]).toEqual([1, 1]);
  expect(requestOf(preview, plan)).toEqual({
    ...{ id: 'i1', hostKeys: true, keepsAlive: true },
    sessions: [{ index: 0, name: 'new', replaces: false }],
  });
});

it('saves one whose name is taken under a free one, or in its place', () => {
  const plan = withChoice(withChoice(firstPlan(preview), 2, 'rename'), 4, 'replace');
  expect(requestOf(preview, plan).sessions).toEqual([
    { index: 0, name: 'new', replaces: false },
    { index: 2, name: 'other (2)', replaces: false },
    { index: 4, name: 'Default Settings', replaces: true },
  ]);
});

it('offers the mildest first, and nothing for what cannot be imported', () => {
  expect(rows.map(choicesFor)).toEqual([
    ['skip', 'add'],
    ['skip', 'rename'],
    ['skip', 'rename', 'replace'],
    ['skip'],
    ['skip', 'replace', 'rename'],
  ]);
});

it('selects all that are new or differ, under free names, but for Default Settings; or none', () => {
  const all = withAll(firstPlan(preview), rows, true);
  expect(all.choices).toEqual(['add', 'skip', 'rename', 'skip', 'skip']);
  expect(withAll(all, rows, false).choices).toEqual(['skip', 'skip', 'skip', 'skip', 'skip']);
});

it('keeps what was chosen when all are selected', () => {
  const plan = withAll(withChoice(firstPlan(preview), 2, 'replace'), rows, true);
  expect(plan.choices[2]).toBe('replace');
});
