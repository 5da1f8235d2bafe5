import { t } from '#contract/language/language.ts';
import { type SettingKey, settingOf } from '#contract/settings/settings-table.ts';
import type { Draft } from '../form/draft.ts';

/** The line under a setting while its value is accepted: what another setting does to it, or its range. */
export function noteOf(key: SettingKey, draft: Draft): string | undefined {
  if (key === 'keepaliveSeconds') {
    if (draft.chokesOnIgnore) return t('No null packets are sent: the server chokes on them (below).');
    if (draft.keepaliveChooseForMe) return t('Used while too little is known of the path (Choose for me, below).');
    if (Number(draft.keepaliveSeconds) === 0) return t('Off: routers may forget the session while it is idle.');
  }
  if (key === 'logFileName') return t('&Y, &M, &D: date, &T: time, &H: host name, &P: port number');
  const setting = settingOf(key);
  return setting.type === 'integer'
    ? t('{least} to {most} {unit}', { least: setting.min, most: setting.max, unit: t(setting.unit) })
    : undefined;
}
