import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { harmlessLine } from './sanitise.ts';
import type { Target } from './target.ts';

/** SSH_MSG_DISCONNECT (RFC 4253, 11.1) from the server. */
export function disconnectFailure(reason: number, text: string, { host }: Target): Failure {
  const said = harmlessLine(text);
  return {
    code: 'server-disconnected',
    message:
      said === ''
        ? t('{host} ended the connection without saying why (reason code {reason}).', { host, reason })
        : t('{host} ended the connection: "{said}"', { host, said }),
    retryable: true,
  };
}

/** The server hung up, with a text or without, after it had refused an attempt to log in. */
export function hungUpOnLogin(user: string | null, text: string, { host }: Target): Failure {
  const said = harmlessLine(text);
  return {
    code: 'authentication-refused',
    message:
      said === ''
        ? t('{host} did not let {user} in and closed the connection.', { host, user: user ?? t('you') })
        : t('{host} did not let {user} in and closed the connection: "{said}"', { host, user: user ?? t('you'), said }),
    retryable: false,
    hint: t('Servers allow a few attempts only, and each key that an agent offers is one.'),
  };
}

/** `question` completes "when it asked for …". */
export const loginCancelled = (question: string): Failure => ({
  code: 'cancelled',
  message: t('The login was cancelled when it asked for the {question}.', { question }),
  retryable: false,
});

/** Nothing came for a long time while the login was under way. */
export const silentLogin = ({ host }: Target): Failure => ({
  code: 'connection-timeout',
  message: t('{host} stopped answering during the login.', { host }),
  retryable: true,
  hint: t('The server or the network may be overloaded, or the connection was cut without a word.'),
});

export const passwordExpired = (user: string | null, { host }: Target): Failure => ({
  code: 'authentication-refused',
  message: t('The password of {user} on {host} has expired and must be changed before the login.', {
    user: user ?? t('this user'),
    host,
  }),
  retryable: false,
  hint: t('Change it with another program, and connect again.'),
});

/** What came breaks the protocol. ssh2 reads packets up to 35000 bytes, as RFC 4253, 6.1 asks for. */
export const protocolFailure = (during: 'login' | 'session', { host }: Target): Failure => ({
  code: 'protocol-error',
  message:
    during === 'login'
      ? t('{host} sent something during the login that is too long or breaks the SSH protocol.', { host })
      : t('{host} sent something that breaks the SSH protocol; the connection was closed.', { host }),
  retryable: true,
  ...(during === 'login' ? { hint: t('A login banner of more than 32 KB does that.') } : {}),
});

export const overrunFailure = ({ host }: Target): Failure => ({
  code: 'protocol-error',
  message: t('{host} sent more data than SSH allows; the connection was closed.', { host }),
  retryable: true,
});

export const changedMidSession = ({ host }: Target): Failure => ({
  code: 'host-key-changed',
  message: t('{host} showed another host key when the keys of the running session were renewed.', { host }),
  retryable: false,
  hint: t('Somebody may have taken over the connection. Ask the administrator of the server.'),
});

/** A fault of this program: it must never be seen, and never end more than its session. */
export const internalFailure = (): Failure => ({
  code: 'internal',
  message: t('The connection failed because of a fault in this program.'),
  retryable: true,
});
