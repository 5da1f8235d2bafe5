import { t } from './language.ts';

/** `12 s`, `4 min 10 s`, `5 min`, `1 h 30 min`, `3 days`: two units at most, the second where it is not zero. */
export const durationWords = (seconds: number): string => inTwoUnits(Math.round(seconds), false);

/** The same for what ticks: `5 min 0 s`, so that its width stays as it goes on. Whole seconds. */
export const tickingWords = (seconds: number): string => inTwoUnits(seconds, true);

/** Milliseconds to the second below two minutes, else to the minute: for what is told afterwards. */
export function roughWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (ms < 1000) return t('less than 1 s');
  return seconds < 120 ? t('{seconds} s', { seconds }) : durationWords(Math.round(seconds / 60) * 60);
}

function inTwoUnits(seconds: number, keepsZero: boolean): string {
  if (seconds < 60) return t('{seconds} s', { seconds });
  if (seconds < 3600) {
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    return rest === 0 && !keepsZero
      ? t('{minutes} min', { minutes })
      : t('{minutes} min {seconds} s', { minutes, seconds: rest });
  }
  const allMinutes = keepsZero ? Math.floor(seconds / 60) : Math.round(seconds / 60);
  const [hours, minutes] = [Math.floor(allMinutes / 60), allMinutes % 60];
  // Until then the hours say more: "25 h" is more at a glance than a day and an hour.
  if (hours >= 48) return t('{days} days', { days: Math.round(hours / 24) });
  return minutes === 0 && !keepsZero ? t('{hours} h', { hours }) : t('{hours} h {minutes} min', { hours, minutes });
}
