import { type SettingKey, settingOf } from '#contract/settings-table.ts';

/** What a setting does, and what PuTTY and OpenSSH call it. */
export function helpTextOf(key: SettingKey): string {
  const { help, putty, sshConfig } = settingOf(key);
  const names = [
    ...(putty === null ? [] : [`PuTTY: ${putty}`]),
    ...(sshConfig === null ? [] : [`ssh_config: ${sshConfig}`]),
  ];
  return names.length === 0 ? help : `${help} (${names.join(', ')})`;
}
