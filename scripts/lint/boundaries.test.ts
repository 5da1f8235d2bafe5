import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finding, lintTree } from './lint-tree.ts';
import { allowed } from './testing/allowed.ts';
import { plants } from './testing/plants.ts';

let folder: string;
let findings: readonly Finding[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-lint-'));
  const other = [
    'main/session/ring-two.ts',
    "import { one } from './ring-one.ts';\nexport const two = () => one;\n",
  ] as const;
  findings = lintTree(folder, new Map([...plants.map(({ path, text }) => [path, text] as const), other, ...allowed]));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(plants)('refuse what is planted in $path: $message', ({ path, rule, message }) => {
    expect(findings.filter((finding) => finding.path === path)).toContainEqual({
      path,
      rule,
      message: expect.stringContaining(message),
    });
  });

  it.each([...allowed.keys()])('find nothing in %s', (path) => {
    expect(findings.filter((finding) => finding.path === path)).toEqual([]);
  });
});
