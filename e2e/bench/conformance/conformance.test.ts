import { describe, expect, it } from 'vitest';
import { isUnexpected, jsonOf } from './report.ts';
import { differenceOf } from './screen.ts';
import { readPrinted } from './xterm-print.ts';

const scene = { name: 'CUU', about: 'up', input: '' };

describe('what xterm prints of its screen', () => {
  it('is read cell by cell, with its looks', () => {
    const [row] = readPrinted('\u001b#5\u001b[0ma\u001b[0;1;31mb\u001b[0;38;5;123mc漢\uffff\u001b[0m\r\n\f');
    expect(row?.slice(0, 6)).toEqual([
      { text: 'a', looks: '' },
      { text: 'b', looks: '1;fg1' },
      { text: 'c', looks: 'fg123' },
      { text: '漢', looks: 'fg123' },
      { text: '', looks: 'fg123' },
      { text: ' ', looks: '' },
    ]);
    expect(row).toHaveLength(80);
  });
});

describe('two screens', () => {
  const screen = { rows: [[{ text: 'a', looks: '' }]], cursor: '1;2' };

  it('are alike, or differ in a character, its looks or the cursor', () => {
    expect(differenceOf(screen, screen)).toBeNull();
    expect(differenceOf(screen, { ...screen, rows: [[{ text: 'b', looks: '' }]] })).toBe(
      'row 1, column 1: "a" for "b"',
    );
    expect(differenceOf(screen, { ...screen, rows: [[{ text: 'a', looks: '1' }]] })).toBe(
      'row 1, column 1: looks "" for "1"',
    );
    expect(differenceOf(screen, { ...screen, cursor: '1;1' })).toBe('cursor at 1;2 for 1;1');
  });
});

describe('the report', () => {
  it('expects a difference where it has a reason for one, and there alone', () => {
    expect(isUnexpected({ scene, difference: null })).toBe(false);
    expect(isUnexpected({ scene, difference: 'row 1' })).toBe(true);
    expect(isUnexpected({ scene: { ...scene, name: 'DECSLRM' }, difference: 'row 1' })).toBe(false);
    expect(isUnexpected({ scene: { ...scene, name: 'DECSLRM' }, difference: null })).toBe(true);
  });

  it('has a row for each scene', () => {
    expect(jsonOf([{ scene, difference: null }])).toEqual({ rows: [{ name: 'CUU', like: true }] });
  });
});
