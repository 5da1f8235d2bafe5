import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Target } from '../target.ts';

/** Why no connection was made, from the code of getaddrinfo or connect. */
export function connectFailure(code: string, { host, port }: Target): Failure {
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
      return {
        code: 'host-not-found',
        message: t('{host}, port {port}, could not be reached: no host of that name was found.', { host, port }),
        retryable: true,
        hint: t('Check the spelling of the host name, and that this computer is online.'),
      };
    case 'EAI_AGAIN':
      return {
        code: 'host-not-found',
        message: t('{host}, port {port}, could not be reached: no name server answered when its name was looked up.', {
          host,
          port,
        }),
        retryable: true,
        hint: t('Check that this computer is online.'),
      };
    case 'ECONNREFUSED':
      return {
        code: 'connection-refused',
        message: t('{host} refused the connection: nothing listens on port {port}.', { host, port }),
        retryable: true,
        hint: t('Check the port, and that the SSH server is running.'),
      };
    case 'ETIMEDOUT':
      return {
        code: 'connection-timeout',
        message: t('{host} did not answer on port {port} in time.', { host, port }),
        retryable: true,
        hint: t('Check the host name and the port; a firewall may drop what is sent there.'),
      };
    case 'ECONNRESET':
      return {
        code: 'connection-reset',
        message: t('The connection to {host}, port {port}, was reset as soon as it was made.', { host, port }),
        retryable: true,
        hint: t('A firewall on the way, or the host itself, does not let this computer in.'),
      };
    case 'ENETUNREACH':
    case 'ENETDOWN':
      return {
        code: 'network-down',
        message: t('This computer has no network that leads to {host}, port {port} ({code}).', { host, port, code }),
        retryable: true,
        hint: t('Check that it is online, and that the protocol version (IPv4, IPv6) fits its network.'),
      };
    default:
      return {
        code: 'unreachable',
        message: t('{host}, port {port}, cannot be reached from this computer ({code}).', { host, port, code }),
        retryable: true,
        hint: t('Check that this computer is online, and that the protocol version (IPv4, IPv6) fits the network.'),
      };
  }
}

/** Why a connection that was there went away, from the socket's error code; null if it had none: the server closed it. */
export function lossFailure(code: string | null, { host }: Target): Failure {
  switch (code) {
    case null:
      return { code: 'connection-closed', message: t('{host} closed the connection.', { host }), retryable: true };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return { code: 'connection-reset', message: t('The connection to {host} was reset.', { host }), retryable: true };
    case 'ETIMEDOUT':
      return {
        code: 'connection-timeout',
        message: t('The connection to {host} timed out: it no longer answers.', { host }),
        retryable: true,
      };
    default:
      return {
        code: 'unreachable',
        message: t('The connection to {host} was lost: it can no longer be reached ({code}).', { host, code }),
        retryable: true,
        hint: t('Check that this computer is online.'),
      };
  }
}
