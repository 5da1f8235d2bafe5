import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

export const commandNotRun = (why: string): Failure => ({
  code: 'route-invalid',
  message: t('The proxy command could not be run: {why}.', { why }),
  retryable: false,
  field: 'proxyCommand',
});

export const passwordForCommand = (): Failure => ({
  code: 'route-invalid',
  message: t('A local proxy command is not given the password (%pass): other users of this computer could read it.'),
  retryable: false,
  field: 'proxyCommand',
});

export const notForCommand = (value: string): Failure => ({
  code: 'route-invalid',
  message: t('"{value}" is not put into the proxy command: it has characters that a shell could interpret.', { value }),
  retryable: false,
  hint: t('Names of hosts and users that go into a command have only letters, digits and . _ - : @ +.'),
});

const endedWords = (code: number | null, signal: string | null): string =>
  code === null
    ? t('The proxy command ended by {signal}', { signal: signal ?? '' })
    : t('The proxy command ended with exit status {code}', { code });

/** `said` is the last line of its error output, made harmless. */
export const commandEnded = (code: number | null, signal: string | null, said: string): Failure => ({
  code: 'proxy-failed',
  message: said === '' ? `${endedWords(code, signal)}.` : `${endedWords(code, signal)}: "${said}"`,
  retryable: true,
  hint: t('Its error output is in the Event Log.'),
});
