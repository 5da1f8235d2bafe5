import { assertNever, sentenceOf } from '#contract/failure.ts';
import {
  type Forward,
  type ForwardCounts,
  type ForwardState,
  targetOf,
  targetText,
  type X11Status,
} from '#contract/forwards/forward.ts';
import { typedForward } from '#contract/forwards/forward-notation.ts';
import { english, t } from '#contract/language/language.ts';

/** PuTTY's names of its three kinds, and OpenSSH's fourth one. */
export const kindWords: Readonly<Record<Forward['kind'], string>> = english({
  local: 'Local',
  remote: 'Remote',
  dynamic: 'Dynamic',
  'remote-dynamic': 'Remote dynamic',
});

/** Where a forward listens: the addresses it has, or those it was asked to have. */
export const listensOn = (forward: Forward, state: ForwardState): string =>
  state.kind === 'listening' ? listed(state.addresses) : sourceWords(forward);

const listed = ([first = '', ...rest]: readonly string[]): string =>
  rest.reduce((before, last) => t('{before} and {last}', { before, last }), first);

const sourceWords = (forward: Forward): string => {
  const { source } = typedForward(forward);
  return 'listenPath' in forward ? source : t('port {port}', { port: source });
};

export function goesTo(forward: Forward): string {
  const target = targetOf(forward);
  return target === null ? t('where its SOCKS clients say') : targetText(target);
}

export function forwardStateWords(state: ForwardState): string {
  switch (state.kind) {
    case 'waiting':
      return t('Opens when the session is connected.');
    case 'opening':
      return t('Opening…');
    case 'listening':
      return t('Listening.');
    case 'failed':
      return sentenceOf(state.failure);
    default:
      return assertNever(state);
  }
}

export function x11StateWords(state: X11Status['state']): string {
  switch (state.kind) {
    case 'waiting':
      return t('Opens when the session is connected.');
    case 'on':
      return t('Programs there can see and do what programs here can.');
    case 'failed':
      return state.reason;
    default:
      return assertNever(state);
  }
}

/** "2 connections now, 15 in all, 1 failed" and the bytes. */
export function countWords({ connections, total, failed, received, sent }: ForwardCounts): string {
  const words = {
    now: t(connections === 1 ? '1 connection now' : '{connections} connections now', { connections }),
    total,
    failed,
    received: byteWords(received),
    sent: byteWords(sent),
  };
  return failed === 0
    ? t('{now}, {total} in all · {received} received · {sent} sent', words)
    : t('{now}, {total} in all, {failed} failed · {received} received · {sent} sent', words);
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Three digits at most: 999 B, 1.2 KB, 34 MB; a KB is 1024 B. */
export function byteWords(bytes: number): string {
  const power = units.findIndex((_, index) => bytes < 999.5 * 1024 ** index);
  const at = power === -1 ? units.length - 1 : power;
  const value = bytes / 1024 ** at;
  return `${at === 0 || value >= 9.95 ? Math.round(value) : value.toFixed(1)} ${units[at]}`;
}
