import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { maxSearchSeconds, maxSearchTimes } from '#contract/session/path.ts';

/** Reads the times of a search, as "60, 120 240". */
export function parseSearchSeconds(typed: string): Result<readonly number[]> {
  const words = typed.split(/[\s,;]+/).filter(Boolean);
  const seconds = words.map((word) => (/^\d{1,6}$/.test(word) ? Number(word) : Number.NaN));
  const areFitting = seconds.every((time) => time >= 1 && time <= maxSearchSeconds);
  const isCounted = seconds.length >= 1 && seconds.length <= maxSearchTimes;
  return areFitting && isCounted ? success(seconds) : failed(refusal());
}

const refusal = (): Failure => ({
  code: 'invalid-payload',
  message: t('Enter up to {times} whole numbers from 1 to {seconds}, with commas between.', {
    times: maxSearchTimes,
    seconds: maxSearchSeconds,
  }),
  retryable: false,
});
