import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const docs = new URL('../docs/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, docs), 'utf8');
const [, inputs = '', faults = ''] = textOf('hostile-input.md').split(/^## (?:Hostile input|Faults)$/m);

/** The rows of a table that begin with a number, each as number and last cell. */
const rowsOf = (section: string) =>
  [...section.matchAll(/^\| (\d+) \|.*\| ([^|]+) \|$/gm)].map(([, number = '', tests = '']) => ({
    number: Number(number),
    tests,
  }));

/** `[link.test.ts](../path/link.test.ts): *title*`; in a title "…" stands for what a loop puts there. */
const namedTests = (cell: string) =>
  [...cell.matchAll(/\[[^\]]+\]\(([^)]+)\): \*([^*]+)\*/g)].map(([, file = '', title = '']) => ({ file, title }));

const measured = (cell: string) => [...cell.matchAll(/\(faults\.md\): (\d+)/g)].map(([, number = '']) => number);

/** Whether a file of tests has one of this title. */
function hasTest(file: string, title: string): boolean {
  const escaped = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '\\$\\{\\w+\\}');
  return new RegExp(`\\(\\s*(["'\`])${escaped}\\1,`).test(textOf(file));
}

describe('docs/hostile-input.md', () => {
  it.each([
    ['inputs', inputs],
    ['faults', faults],
  ])('has 25 %s, each with what shows it', (_name, section) => {
    const rows = rowsOf(section);
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    for (const { number, tests } of rows)
      expect(namedTests(tests).length + measured(tests).length, `${number}`).toBeGreaterThan(0);
  });

  it('names tests that are there', () => {
    const named = [...rowsOf(inputs), ...rowsOf(faults)].flatMap(({ tests }) => namedTests(tests));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ file, title }) => !hasTest(file, title))).toEqual([]);
    expect(hasTest('../scripts/hostile-input.test.ts', 'no test has this title')).toBe(false);
  });

  it('names faults that were measured', () => {
    const page = textOf('faults.md');
    const numbers = rowsOf(faults).flatMap(({ tests }) => measured(tests));
    expect(numbers.filter((number) => !new RegExp(`^\\| ${number}[a-z]? `, 'm').test(page))).toEqual([]);
  });
});
