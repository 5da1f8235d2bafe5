import { type SettingKey, settingOf } from '#contract/settings-table.ts';
import type { Panel } from './panels.ts';

/** Settings whose label, help, or name in another program has each word of the query; labels and names first. */
export function findSettings(panels: readonly Panel[], query: string): readonly SettingKey[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const keys = panels.flatMap((panel) => panel.groups.flatMap((group) => group.keys));
  const byName = keys.filter((key) => has(namesOf(key)));
  return [...byName, ...keys.filter((key) => !byName.includes(key) && has(`${namesOf(key)} ${settingOf(key).help}`))];
}

function namesOf(key: SettingKey): string {
  const { label, group, putty, sshConfig, teraTerm } = settingOf(key);
  return [label, group, putty, sshConfig, teraTerm].join(' ');
}
