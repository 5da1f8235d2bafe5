import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { settingsDoc, settingsDocFile } from './settings-doc.ts';

it('docs/settings.md is current: `npm run docs:settings` writes it', () => {
  expect(readFileSync(settingsDocFile, 'utf8')).toBe(settingsDoc());
});

it('the page has a section for each setting, with the names that other programs use', () => {
  const page = settingsDoc();
  for (const key of settingKeys) {
    const { label, putty, sshConfig, teraTerm } = settingOf(key);
    const section = page.split('\n### ').find((part) => part.startsWith(`${label}\n`)) ?? '';
    expect(section, key).toContain(`| Saved as | \`${key}\` |`);
    for (const name of [putty, sshConfig, teraTerm]) if (name !== null) expect(section, key).toContain(`\`${name}\``);
  }
});
