import { english } from '#contract/language/language.ts';
import { type Category, categories, type System } from '#contract/settings/definition.ts';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings/settings-table.ts';

/** What one category shows: PuTTY's title over group boxes. */
export interface Panel {
  readonly category: Category;
  readonly title: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly title: string;
  readonly keys: readonly SettingKey[];
}

/** PuTTY's panel titles, with the program's own name. */
const titles: Readonly<Record<Category, string>> = english({
  Session: 'Basic options for your Holdfast session',
  'Session/Logging': 'Options controlling session logging',
  Terminal: 'Options controlling the terminal emulation',
  'Terminal/Keyboard': 'Options controlling the effects of keys',
  'Terminal/Bell': 'Options controlling the terminal bell',
  'Terminal/Features': 'Enabling and disabling advanced terminal features',
  'Terminal/Shell': 'Options controlling what shells and programs may say',
  'Terminal/Snippets': 'Texts that are typed with one press',
  'Terminal/Triggers': 'Words to highlight and to act on',
  Window: "Options controlling Holdfast's window",
  'Window/Appearance': "Configure the appearance of Holdfast's window",
  'Window/Behaviour': "Configure the behaviour of Holdfast's window",
  'Window/Translation': 'Options controlling character set translation',
  'Window/Selection': 'Options controlling copy and paste',
  'Window/Selection/Copy': 'Options controlling copying from terminal to clipboard',
  'Window/Colours': 'Options controlling use of colours',
  Connection: 'Options controlling the connection',
  'Connection/Alive checks': 'Options controlling alive checks and lost connections',
  'Connection/Data': 'Data to send to the server',
  'Connection/Proxy': 'Options controlling proxy usage',
  'Connection/SSH': 'Options controlling SSH connections',
  'Connection/SSH/Kex': 'Options controlling SSH key exchange',
  'Connection/SSH/Host keys': 'Options controlling SSH host keys',
  'Connection/SSH/Cipher': 'Options controlling SSH encryption',
  'Connection/SSH/MAC': 'Options controlling SSH message authentication',
  'Connection/SSH/Auth': 'Options controlling SSH authentication',
  'Connection/SSH/Auth/Credentials': 'Credentials to authenticate with',
  'Connection/SSH/TTY': 'Remote terminal settings',
  'Connection/SSH/X11': 'Options controlling SSH X11 forwarding',
  'Connection/SSH/Tunnels': 'Options controlling SSH port forwarding',
});

/** The panels of a new session, or those that can change one that runs. Categories with nothing in them are left out. */
export function panelsFor(mode: 'new' | 'change', system: System): readonly Panel[] {
  const shown = settingKeys.filter((key) => {
    const { midSession, onlyOn = system } = settingOf(key);
    return onlyOn === system && (mode === 'new' || midSession);
  });
  return categories
    .filter((category) => shown.some((key) => isWithin(settingOf(key).category, category)))
    .map((category) => ({
      category,
      title: titles[category],
      groups: groupsOf(shown.filter((key) => settingOf(key).category === category)),
    }));
}

function groupsOf(keys: readonly SettingKey[]): readonly Group[] {
  const groupTitles = [...new Set(keys.map((key) => settingOf(key).group))];
  return groupTitles.map((title) => ({ title, keys: keys.filter((key) => settingOf(key).group === title) }));
}

/** Whether a category is the other one or lies under it. */
const isWithin = (category: Category, outer: Category) => category === outer || category.startsWith(`${outer}/`);
