import { t } from '#contract/language/language.ts';
import { type SettingKey, settingOf } from '#contract/settings/settings-table.ts';
import { everydayWords } from './everyday-words.ts';
import type { Panel } from './panels.ts';

/**
 * Settings that each word of the query is said of: first those that are called just that, here before elsewhere; those
 * that people call so; then those with words that begin so in their label, names and group, then those with the words
 * anywhere in label and names, and last those whose help, everyday words or panel have them.
 */
export function findSettings(panels: readonly Panel[], query: string): readonly SettingKey[] {
  const wanted = spelled(query.trim());
  const words = wanted.split(/\s+/).filter(Boolean);
  const rankOf = (key: SettingKey): number | null => {
    const names = namesOf(key);
    const called = names.join(' ');
    const inBox = [called, ...inBoth(settingOf(key).group)].join(' ');
    const everyday = inBoth(everydayWords[key] ?? '').flatMap((phrases) => phrases.split(/[,、]\s*/));
    if (inBoth(settingOf(key).label).includes(wanted)) return 0;
    if (names.includes(wanted)) return 1;
    if (everyday.some((phrase) => phrase.startsWith(wanted))) return 2;
    if (words.every((word) => hasBeginning(inBox, word))) return 3;
    if (words.every((word) => called.includes(word))) return 4;
    const rest = [inBox, ...inBoth(settingOf(key).help), ...everyday, ...panelOf(key)].join(' ');
    return words.every((word) => called.includes(word) || hasBeginning(rest, word)) ? 5 : null;
  };
  const keys = panels.flatMap((panel) => panel.groups.flatMap((group) => group.keys));
  const ranked = keys.map((key) => ({ key, rank: rankOf(key) }));
  return [0, 1, 2, 3, 4, 5].flatMap((rank) => ranked.filter((found) => found.rank === rank).map(({ key }) => key));
}

/** Both sides of the Atlantic find a colour. */
const spelled = (text: string) => text.toLowerCase().replaceAll('color', 'colour');

/** In English and in the user's language: who knows PuTTY knows its words. */
const inBoth = (text: string) => [spelled(text), spelled(t(text))];

const panelOf = (key: SettingKey) => inBoth(settingOf(key).category.split('/').at(-1) ?? '');

function namesOf(key: SettingKey): readonly string[] {
  const { label, putty, sshConfig, teraTerm } = settingOf(key);
  return [...inBoth(label), ...[putty, sshConfig, teraTerm].map((name) => spelled(name ?? ''))];
}

/** Whether a word of the text begins so: "hang" is not in "change". Other scripts than Latin have no spaces to tell by. */
function hasBeginning(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[a-z0-9]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}
