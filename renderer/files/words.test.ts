import { describe, expect, it } from 'vitest';
import type { Transfer } from '#contract/files/files.ts';
import { leftWords, modeWords, sizeWords } from './file-words.ts';
import { sorted, visible } from './sort.ts';
import { remoteEntry } from './testing/remote-entry.ts';
import { fractionDone, transferWords } from './transfer-words.ts';

const transfer = (changes: Partial<Transfer>): Transfer => ({
  transferId: '1',
  kind: 'download',
  name: 'a',
  to: '/home',
  state: { kind: 'running' },
  bytes: 3_145_728,
  totalBytes: 12_582_912,
  files: 1,
  totalFiles: 4,
  bytesPerSecond: 1_048_576,
  ...changes,
});

describe('what the panel of files says', () => {
  it('counts bytes as ls -h does, and seconds as people do', () => {
    expect([0, 1023, 1536, 319_815_680, 2 ** 50].map(sizeWords)).toEqual([
      '0 B',
      '1023 B',
      '1.5 KB',
      '305 MB',
      '1.0 PB',
    ]);
    expect([0.2, 59, 240, 7800].map(leftWords)).toEqual(['1 s', '59 s', '4 min', '2 h 10 min']);
  });

  it('writes permissions as ls -l does', () => {
    expect(modeWords({ kind: 'folder', mode: 0o1777 })).toBe('drwxrwxrwt');
    expect(modeWords({ kind: 'file', mode: 0o4755 })).toBe('-rwsr-xr-x');
    expect(modeWords({ kind: 'file', mode: 0o4644 })).toBe('-rwSr--r--');
  });

  it('sorts folders first, whatever the order, and numbers in names by their value', () => {
    const entries = [
      remoteEntry('f10', { size: 5 }),
      remoteEntry('f9', { size: 7 }),
      remoteEntry('z', { kind: 'folder' }),
      remoteEntry('link', { kind: 'link', target: 'folder' }),
    ];
    const names = (column: 'name' | 'size', direction: 'ascending' | 'descending') =>
      sorted(entries, { column, direction }).map(({ name }) => name);
    expect(names('name', 'ascending')).toEqual(['link', 'z', 'f9', 'f10']);
    expect(names('name', 'descending')).toEqual(['z', 'link', 'f10', 'f9']);
    expect(names('size', 'ascending')).toEqual(['link', 'z', 'f10', 'f9']);
    expect(visible([remoteEntry('.a'), remoteEntry('a')], false).map(({ name }) => name)).toEqual(['a']);
  });

  it('tells how far a transfer is, how fast it goes, and how long that takes', () => {
    expect(transferWords(transfer({}))).toBe('1 of 4 files · 3.0 MB of 12.0 MB · 1.0 MB/s · 9 s left');
    expect(transferWords(transfer({ state: { kind: 'paused' }, totalFiles: 1 }))).toBe('Paused · 3.0 MB of 12.0 MB');
    const failure = { code: 'file-refused', message: 'a: The server does not permit it.', retryable: true } as const;
    expect(transferWords(transfer({ state: { kind: 'failed', failed: 2, failure } }))).toBe(
      '2 not done. a: The server does not permit it.',
    );
    expect(fractionDone(transfer({}))).toBe(0.25);
    expect(fractionDone(transfer({ kind: 'delete', totalBytes: 0 }))).toBe(0.25);
  });
});
