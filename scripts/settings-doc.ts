import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { assertNever } from '#contract/failure.ts';
import { categories, type Setting, warnBelow } from '#contract/settings/definition.ts';
import { paletteEntries } from '#contract/settings/palette.ts';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings/settings-table.ts';

/** Where the reference page is kept. */
export const settingsDocFile = new URL('../docs/settings.md', import.meta.url);

/** The reference page of every setting, in Markdown. */
export function settingsDoc(): string {
  const sections = categories.map((category) => {
    const keys = settingKeys.filter((key) => settingOf(key).category === category);
    return [`## ${category.replaceAll('/', ' / ')}`, ...keys.map(section)].join('\n\n');
  });
  return [`${introduction}`, ...sections].join('\n\n').concat('\n');
}

const introduction = `# Settings

<!-- Generated from app/contract/settings/settings-table.ts by \`npm run docs:settings\`. -->

Every setting of a session, in the order of the configuration dialog. *Running session* says whether "Change Settings…"
reaches a session that is already open.`;

const systemNames = { windows: 'Windows', macos: 'macOS', linux: 'Linux' } as const;

function section(key: SettingKey): string {
  const setting = settingOf(key);
  const rows = [
    ['Default', defaultOf(setting)],
    ['Accepted', acceptedBy(setting)],
    ...(setting.onlyOn === undefined ? [] : [['System', `${systemNames[setting.onlyOn]} alone`]]),
    ['Running session', setting.midSession ? 'yes' : 'no'],
    ['Saved as', `\`${key}\``],
    ['PuTTY', setting.putty === null ? '–' : `\`${setting.putty}\``],
    ['ssh_config', setting.sshConfig === null ? '–' : `\`${setting.sshConfig}\``],
    ['Tera Term', setting.teraTerm === null ? '–' : `\`${setting.teraTerm}\``],
  ];
  const table = rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n');
  return `### ${setting.label}\n\n${setting.help}\n\n| | |\n| --- | --- |\n${table}`;
}

function defaultOf(setting: Setting): string {
  switch (setting.type) {
    case 'integer':
      return String(setting.default);
    case 'text':
      return setting.default === '' ? 'empty' : setting.default;
    case 'toggle':
      return setting.default ? 'on' : 'off';
    case 'choice':
      return setting.choices.find((choice) => choice.value === setting.default)?.label ?? setting.default;
    case 'pairs':
    case 'forwards':
    case 'text-rules':
    case 'highlight-sets':
    case 'palette':
      return 'none';
    case 'order':
      return orderText(setting.default);
    case 'list':
      return setting.default.join(', ') || 'none';
    default:
      return assertNever(setting);
  }
}

const formats = {
  'host-keys': 'fingerprints and public keys',
  'terminal-type': "a terminal's name, in ASCII without spaces",
} as const;

function acceptedBy(setting: Setting): string {
  switch (setting.type) {
    case 'integer':
      return `${setting.min} to ${setting.max} (${setting.unit})`;
    case 'text':
      return `${setting.format === undefined ? '' : `${formats[setting.format]}, `}up to ${setting.maxLength} characters`;
    case 'toggle':
      return 'on, off';
    case 'choice':
      return setting.choices.map((choice) => choice.label).join(', ');
    case 'pairs':
      return `up to ${setting.maxItems} names with values`;
    case 'order':
      return 'these, in any order; one that is missing is put where the default has it';
    case 'forwards':
      return `up to ${setting.maxItems} forwards`;
    case 'highlight-sets':
      return `up to ${setting.maxItems} sets`;
    case 'text-rules':
      return `up to ${setting.maxItems} patterns`;
    case 'list':
      return `up to ${setting.maxItems} lines of up to ${setting.maxLength} characters`;
    case 'palette':
      return `up to ${paletteEntries.length} colours as #rrggbb: ${paletteEntries.map(({ label }) => label).join(', ')}`;
    default:
      return assertNever(setting);
  }
}

const orderText = (order: readonly string[]) =>
  order.map((name) => (name === warnBelow ? '*warn below here*' : `\`${name}\``)).join(', ');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(settingsDocFile, settingsDoc());
