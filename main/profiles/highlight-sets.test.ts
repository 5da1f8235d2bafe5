import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HighlightSet, maxHighlightSets } from '#contract/highlights/highlight-set.ts';
import { openHighlightSets } from './highlight-sets.ts';

let folder: string;
let told: string[];
const open = () => openHighlightSets({ folder, notify: (text) => told.push(text) });
const file = () => join(folder, 'highlight-sets.json');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-highlights-'));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cisco: HighlightSet = {
  id: '1b2c',
  name: 'Cisco errors',
  highlights: [{ pattern: '%\\w+-[0-3]-', colour: 'red' }],
};
const other: HighlightSet = { ...cisco, id: '3d4e', name: 'Other' };
const adding = (...changed: readonly HighlightSet[]) => ({ changed, removed: [] });

it('keeps the sets for the next start, and tells of each change', () => {
  const store = open();
  let changes = 0;
  store.subscribe(() => {
    changes += 1;
  });
  expect(store.change(adding(cisco, other))).toEqual({ ok: true, value: [cisco, other] });
  expect(changes).toBe(1);
  expect(open().current()).toEqual([cisco, other]);
  expect(told).toEqual([]);
});

it('changes what is named alone, as it is in the file by then, each in its place', () => {
  const [one, second] = [open(), open()];
  one.change(adding(cisco, other));
  const renamed = { ...cisco, name: 'Cisco' };
  const third = { ...cisco, id: '5f60' };
  expect(second.change({ changed: [third, renamed], removed: [] })).toEqual({
    ok: true,
    value: [renamed, other, third],
  });
  expect(one.change({ changed: [], removed: [other.id, 'gone'] })).toEqual({ ok: true, value: [renamed, third] });
});

it('refuses more than a user can have, whichever window made them', () => {
  const store = open();
  const many = Array.from({ length: maxHighlightSets }, (_, index) => ({ ...cisco, id: `set-${index}` }));
  store.change(adding(...many));
  expect(store.change(adding(other))).toMatchObject({ ok: false, failure: { code: 'invalid-payload' } });
  expect(store.change({ changed: [other], removed: ['set-0'] }).ok).toBe(true);
});

it('leaves what it cannot read in the file, and shows it to nobody', () => {
  open().change(adding(cisco));
  const later = { id: 'later', name: 'Of a later version', highlights: [{ pattern: 'x', colour: 'pink' }] };
  const document = JSON.parse(readFileSync(file(), 'utf8'));
  writeFileSync(file(), JSON.stringify({ ...document, highlightSets: [later, cisco] }));

  const store = open();
  expect(store.current()).toEqual([cisco]);
  store.change({ changed: [other], removed: [cisco.id] });
  expect(JSON.parse(readFileSync(file(), 'utf8')).highlightSets).toEqual([other, later]);
});

it('restores a damaged file from its backup, keeps it, and says so', () => {
  const store = open();
  store.change(adding(cisco));
  store.change(adding(other));
  writeFileSync(file(), '{"schemaVer');

  expect(open().current()).toEqual([cisco]);
  expect(told.join()).toMatch(
    /^The file of highlight sets was damaged and is kept as .*Its newest backup was restored/,
  );
  expect(readdirSync(folder).some((name) => name.startsWith('highlight-sets.json.corrupt-'))).toBe(true);
});
