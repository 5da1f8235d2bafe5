import { t } from '#contract/language/language.ts';
import { type SettingKey, settingOf } from '#contract/settings/settings-table.ts';

/** What a setting does, and what other programs call it. */
export function helpTextOf(key: SettingKey): string {
  const help = t(settingOf(key).help);
  const names = namesElsewhere(key);
  return names.length === 0 ? help : `${help} (${names.join(', ')})`;
}

/** What PuTTY, OpenSSH and Tera Term call a setting, each as "program: name". */
export function namesElsewhere(key: SettingKey): readonly string[] {
  const { putty, sshConfig, teraTerm } = settingOf(key);
  const names = [
    ['PuTTY', putty],
    ['ssh_config', sshConfig],
    ['Tera Term', teraTerm],
  ] as const;
  return names.flatMap(([program, name]) => (name === null ? [] : [`${program}: ${name}`]));
}
