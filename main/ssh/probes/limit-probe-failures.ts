import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Target } from '../target.ts';

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;

/** Bytes came by themselves. */
export const notSilent = ({ host }: Target, afterMs: number): Failure => ({
  code: 'limit-unmeasurable',
  message: t('{host} sent something by itself after {afterMs}, so that no connection to it stays silent for longer.', {
    host,
    afterMs: seconds(afterMs),
  }),
  retryable: false,
  hint: t('What it sends (ClientAliveInterval, for one) keeps the path open too, as long as the server asks for it.'),
});

/** The server ended a connection in which nothing ran. */
export const endedByServer = ({ host }: Target, afterMs: number): Failure => ({
  code: 'limit-unmeasurable',
  message: t('{host} ended a silent connection after {afterMs}: the server did, not the path.', {
    host,
    afterMs: seconds(afterMs),
  }),
  retryable: true,
  hint: t('A server may end connections in which no session runs (UnusedConnectionTimeout).'),
});

/** New connections fail too. */
export const outage = ({ host }: Target): Failure => ({
  code: 'unreachable',
  message: t("{host} could not be reached when the silence was over, which tells nothing of the path's limit.", {
    host,
  }),
  retryable: true,
});
