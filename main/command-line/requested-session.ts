import type { OpenSession, SavedSessions } from '#contract/channels/channels.ts';
import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { configAsked } from '#contract/saved/ssh-config.ts';
import { hostOf } from '#contract/session/path.ts';
import type { RequestedOpening } from './command-line.ts';

/** The session that a command line asks for: the saved one or the defaults, with its changes over it. */
export function requestedSession(
  { load, changes }: Pick<RequestedOpening, 'load' | 'changes'>,
  saved: SavedSessions,
): Result<OpenSession> {
  const base = load === null ? saved.defaults : saved.sessions.find(({ name }) => name === load)?.profile;
  if (base === undefined) {
    return failed({
      code: 'not-found',
      message: t('There is no saved session named "{name}".', { name: load ?? '' }),
      retryable: false,
    });
  }
  const profile = { ...base, ...changes };
  if (hostOf(profile) === '') {
    return failed({
      code: 'invalid-payload',
      message: t('No host name was given.'),
      retryable: false,
      field: 'hostName',
    });
  }
  // The name of a host may be one that ~/.ssh/config speaks of; a saved session is its own.
  return success({
    profile,
    savedAs: load,
    ...(load === null ? { config: configAsked(profile.hostName, changes) } : {}),
  });
}
