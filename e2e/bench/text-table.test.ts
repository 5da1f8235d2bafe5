import { describe, expect, it } from 'vitest';
import { markdownTable, textTable } from './text-table.ts';

const rows = [
  ['fault', 'Holdfast'],
  ['black hole', 'ended'],
] as const;

describe('textTable', () => {
  it('aligns the columns', () => {
    expect(textTable(rows)).toBe('fault       Holdfast\nblack hole  ended');
  });
});

describe('markdownTable', () => {
  it('marks the header, and escapes what would end a cell', () => {
    expect(markdownTable([...rows, ['a|b', '']])).toBe(
      '| fault | Holdfast |\n| --- | --- |\n| black hole | ended |\n| a\\|b |  |',
    );
  });
});
