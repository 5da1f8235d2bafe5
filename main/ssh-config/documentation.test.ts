import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { keywords } from './keywords.ts';
import { setters } from './setters.ts';

const page = readFileSync(new URL('../../docs/ssh-config.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, keyword = '', labels = '']) => ({
  keyword,
  labels: labels.split('; '),
}));

it('docs/ssh-config.md has a row for each keyword that sets something, as ssh_config(5) spells it', () => {
  expect(rows.map(({ keyword }) => keyword).sort()).toEqual(
    [...setters.keys()].map((name) => keywords.get(name)?.name ?? name).sort(),
  );
});

it('and names settings that there are', () => {
  const labels = settingKeys.map((key) => settingOf(key).label);
  for (const row of rows) expect(labels, row.keyword).toEqual(expect.arrayContaining(row.labels));
});

it('every keyword of the settings table is read', () => {
  const named = settingKeys.flatMap((key) => settingOf(key).sshConfig?.split(', ') ?? []);
  const missing = named.filter((name) => !setters.has(name.toLowerCase()));
  expect(missing).toEqual([]);
});
