import type { Failure } from '#contract/failure.ts';
import type { Target } from '../target.ts';

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;

/** Bytes came by themselves. */
export const notSilent = ({ host }: Target, afterMs: number): Failure => ({
  code: 'limit-unmeasurable',
  message: `${host} sent something by itself after ${seconds(afterMs)}, so that no connection to it stays silent for longer.`,
  retryable: false,
  hint: 'What it sends (ClientAliveInterval, for one) keeps the path open too, as long as the server asks for it.',
});

/** The server ended a connection in which nothing ran. */
export const endedByServer = ({ host }: Target, afterMs: number): Failure => ({
  code: 'limit-unmeasurable',
  message: `${host} ended a silent connection after ${seconds(afterMs)}: the server did, not the path.`,
  retryable: true,
  hint: 'A server may end connections in which no session runs (UnusedConnectionTimeout).',
});

/** New connections fail too. */
export const outage = ({ host }: Target): Failure => ({
  code: 'unreachable',
  message: `${host} could not be reached when the silence was over, which tells nothing of the path's limit.`,
  retryable: true,
});
