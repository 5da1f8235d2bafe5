import { algorithmSettings } from './algorithm-settings.ts';
import { appearanceSettings } from './appearance-settings.ts';
import { authSettings } from './auth-settings.ts';
import { behaviourSettings } from './behaviour-settings.ts';
import { bellSettings } from './bell-settings.ts';
import { colourSettings } from './colour-settings.ts';
import { connectionSettings } from './connection-settings.ts';
import { dataSettings } from './data-settings.ts';
import type { Setting } from './definition.ts';
import { featureSettings } from './feature-settings.ts';
import { hostKeySettings } from './host-key-settings.ts';
import { keyboardSettings } from './keyboard-settings.ts';
import { loggingSettings } from './logging-settings.ts';
import { proxySettings } from './proxy-settings.ts';
import { selectionSettings } from './selection-settings.ts';
import { sessionSettings } from './session-settings.ts';
import { shellSettings } from './shell-settings.ts';
import { snippetSettings } from './snippet-settings.ts';
import { sshSettings } from './ssh-settings.ts';
import { terminalSettings } from './terminal-settings.ts';
import { translationSettings } from './translation-settings.ts';
import { triggerSettings } from './trigger-settings.ts';
import { tunnelSettings } from './tunnel-settings.ts';
import { windowSettings } from './window-settings.ts';

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
