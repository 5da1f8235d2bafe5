import { expect, it } from 'vitest';
import type { ImportOutcome } from '#contract/saved/import.ts';
import { outcomeWords, sourceWords, standingWords } from './import-words.ts';

const nothing: ImportOutcome = { added: 0, replaced: 0, highlightSets: 0, hostKeys: 0, backup: null, failure: null };

it.each([
  [{ kind: 'putty', sessions: 2000 }, 'PuTTY: 2,000 sessions'],
  [{ kind: 'tera-term', sessions: 1 }, 'Tera Term: 1 session'],
  [{ kind: 'putty', sessions: null }, 'PuTTY'],
] as const)('calls %j "%s"', (source, words) => {
  expect(sourceWords({ id: '', place: '', ...source })).toBe(words);
});

it('names three settings in which a session differs, and counts the others', () => {
  const differs = ['hostName', 'portNumber', 'rows', 'columns', 'fontSize'] as const;
  const row = { name: 'a', folder: '', target: '', freeName: '', unmapped: [], isWithoutKeepalive: false };
  expect(standingWords({ ...row, standing: { kind: 'conflict', differs } })).toBe(
    'The saved one differs: Host Name (or IP address), Port, Rows, and 2 others',
  );
  expect(standingWords({ ...row, standing: { kind: 'conflict', differs: [] } })).toBe(
    'Saved already, in another folder',
  );
});

it('says what was done, where the state before is, and what failed', () => {
  expect(outcomeWords(nothing)).toEqual(['Nothing was imported.']);
  const failure = { code: 'storage-failed', message: 'The host keys could not be written.', retryable: true } as const;
  expect(outcomeWords({ added: 1, replaced: 2, highlightSets: 1, hostKeys: 3, backup: '/b', failure })).toEqual([
    'Imported: 1 session added, 2 replaced, 1 highlight set added, 3 host keys added.',
    'The saved sessions as they were before are kept in /b.',
    'The host keys could not be written.',
  ]);
});
