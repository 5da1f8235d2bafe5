import { t } from '#contract/language/language.ts';
import { type SettingKey, settingOf } from '#contract/settings/settings-table.ts';
import type { Panel } from './panels.ts';

/**
 * Settings whose label, help, or name in another program has each word of the query. First those that are called just
 * that, here before elsewhere, then those with the words in their label and names.
 */
export function findSettings(panels: readonly Panel[], query: string): readonly SettingKey[] {
  const wanted = query.trim().toLowerCase();
  const words = wanted.split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const keys = panels.flatMap((panel) => panel.groups.flatMap((group) => group.keys));
  const isWanted = (name: string | null) => name?.toLowerCase() === wanted;
  const rankOf = (key: SettingKey) => {
    if (isWanted(settingOf(key).label) || isWanted(t(settingOf(key).label))) return 0;
    if (namesOf(key).some(isWanted)) return 1;
    return has([...namesOf(key), ...groupOf(key)].join(' ')) ? 2 : 3;
  };
  const found = keys.filter((key) => has([...namesOf(key), ...groupOf(key), ...helpOf(key)].join(' ')));
  return [0, 1, 2, 3].flatMap((rank) => found.filter((key) => rankOf(key) === rank));
}

/** In English and in the user's language: who knows PuTTY knows its words. */
const groupOf = (key: SettingKey) => [settingOf(key).group, t(settingOf(key).group)];
const helpOf = (key: SettingKey) => [settingOf(key).help, t(settingOf(key).help)];

function namesOf(key: SettingKey): readonly (string | null)[] {
  const { label, putty, sshConfig, teraTerm } = settingOf(key);
  return [label, t(label), putty, sshConfig, teraTerm];
}
