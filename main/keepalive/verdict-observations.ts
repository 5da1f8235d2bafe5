import { roughWords } from '#contract/language/duration.ts';
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
      ? t('Nothing had passed for {silence}.', { silence: roughWords(idleMs) })
      : t('Nothing had passed for {silence} when something was sent; the end came {delay} later.', {
          silence: roughWords(idleMs),
          delay: roughWords(unansweredMs),
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
