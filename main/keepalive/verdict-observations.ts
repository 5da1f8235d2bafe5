import { t } from '#contract/language/language.ts';
import type { DropEvidence, ProbeResult } from './drop-evidence.ts';

/** What a verdict rests on, a sentence each. */
export function observations({
  message,
  idleMs,
  unansweredMs,
  keepaliveSeconds,
  probe,
  host,
  peer,
}: DropEvidence): readonly string[] {
  return [
    message,
    unansweredMs === null
      ? t('Nothing had passed for {silence}.', { silence: duration(idleMs) })
      : t('Nothing had passed for {silence} when something was sent; the end came {delay} later.', {
          silence: duration(idleMs),
          delay: duration(unansweredMs),
        }),
    keepaliveSeconds === 0
      ? t('Keepalives were off.')
      : t('A null packet was due after every {keepaliveSeconds} s without typing.', { keepaliveSeconds }),
    ...probeWords[probe](host === peer ? t('the same host') : peer),
  ];
}

const probeWords: Readonly<Record<ProbeResult, (peer: string) => readonly string[]>> = {
  pending: () => [],
  works: (peer) => [t('A new connection to {peer} works.', { peer })],
  refused: (peer) => [t('A new connection to {peer} is refused.', { peer })],
  unreachable: (peer) => [t('A new connection finds no way to {peer}.', { peer })],
  unanswered: (peer) => [t('A new connection to {peer} is not answered.', { peer })],
  'no-network': () => [t('No network is connected.')],
};

/** Milliseconds in words: seconds below two minutes, else minutes. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 1) return t('less than 1 s');
  return seconds < 120
    ? t('{count} s', { count: Math.round(seconds) })
    : t('{count} min', { count: Math.round(seconds / 60) });
}
