import { algorithmSettings } from './settings/algorithm-settings.ts';
import { appearanceSettings } from './settings/appearance-settings.ts';
import { authSettings } from './settings/auth-settings.ts';
import { behaviourSettings } from './settings/behaviour-settings.ts';
import { bellSettings } from './settings/bell-settings.ts';
import { colourSettings } from './settings/colour-settings.ts';
import { connectionSettings } from './settings/connection-settings.ts';
import { dataSettings } from './settings/data-settings.ts';
import type { Setting } from './settings/definition.ts';
import { featureSettings } from './settings/feature-settings.ts';
import { hostKeySettings } from './settings/host-key-settings.ts';
import { keyboardSettings } from './settings/keyboard-settings.ts';
import { loggingSettings } from './settings/logging-settings.ts';
import { proxySettings } from './settings/proxy-settings.ts';
import { selectionSettings } from './settings/selection-settings.ts';
import { sessionSettings } from './settings/session-settings.ts';
import { shellSettings } from './settings/shell-settings.ts';
import { snippetSettings } from './settings/snippet-settings.ts';
import { sshSettings } from './settings/ssh-settings.ts';
import { terminalSettings } from './settings/terminal-settings.ts';
import { translationSettings } from './settings/translation-settings.ts';
import { triggerSettings } from './settings/trigger-settings.ts';
import { tunnelSettings } from './settings/tunnel-settings.ts';
import { windowSettings } from './settings/window-settings.ts';

/**
 * Every per-session setting, once. Order within a category is the order in the dialog's panel. To add a setting, add a
 * row in `settings/`: the profile's type, its defaults and validation, the dialog and docs/settings.md follow.
 */
export const settingsTable = {
  ...sessionSettings,
  ...loggingSettings,
  ...terminalSettings,
  ...keyboardSettings,
  ...bellSettings,
  ...featureSettings,
  ...shellSettings,
  ...snippetSettings,
  ...triggerSettings,
  ...windowSettings,
  ...appearanceSettings,
  ...behaviourSettings,
  ...translationSettings,
  ...selectionSettings,
  ...colourSettings,
  ...connectionSettings,
  ...dataSettings,
  ...algorithmSettings,
  ...hostKeySettings,
  ...proxySettings,
  ...sshSettings,
  ...authSettings,
  ...tunnelSettings,
} as const;

export type SettingKey = keyof typeof settingsTable;

/** Settings that are an order of preference. */
export type OrderKey = {
  readonly [K in SettingKey]: (typeof settingsTable)[K]['type'] extends 'order' ? K : never;
}[SettingKey];

/** The keys in table order. */
export const settingKeys = Object.keys(settingsTable) as readonly SettingKey[];

/** The row of a key, as its general type. */
export const settingOf = (key: SettingKey): Setting => settingsTable[key];
