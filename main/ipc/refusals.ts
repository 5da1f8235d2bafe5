import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

/** What several routes refuse, in the language of the moment. */

export const noSuchSession = (): Failure => ({
  code: 'not-found',
  message: t('This session is closed.'),
  retryable: false,
});

export const noSuchPrompt = (): Failure => ({
  code: 'not-found',
  message: t('This question is not waiting for an answer any more.'),
  retryable: false,
});

export const noHost = (): Failure => ({
  code: 'invalid-payload',
  message: t('Enter a host name.'),
  retryable: false,
  field: 'hostName',
});
