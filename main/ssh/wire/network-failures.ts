import type { Failure } from '#contract/failure.ts';
import type { Target } from '../target.ts';

/** Why no connection came about, from the code of getaddrinfo or connect. */
export function connectFailure(code: string, { host, port }: Target): Failure {
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
      return {
        code: 'host-not-found',
        message: `There is no host named ${host} (asked for port ${port}).`,
        retryable: true,
        hint: 'Check the spelling of the host name, and that this computer is online.',
      };
    case 'EAI_AGAIN':
      return {
        code: 'host-not-found',
        message: `The name ${host} could not be looked up (for port ${port}): no name server answered.`,
        retryable: true,
        hint: 'Check that this computer is online.',
      };
    case 'ECONNREFUSED':
      return {
        code: 'connection-refused',
        message: `${host} refused the connection: nothing listens on port ${port}.`,
        retryable: true,
        hint: 'Check the port, and that the SSH server is running.',
      };
    case 'ETIMEDOUT':
      return {
        code: 'connection-timeout',
        message: `${host} did not answer on port ${port} in time.`,
        retryable: true,
        hint: 'Check the host name and the port; a firewall may drop what is sent there.',
      };
    case 'ECONNRESET':
      return {
        code: 'connection-reset',
        message: `The connection to ${host}, port ${port}, was reset as soon as it was made.`,
        retryable: true,
        hint: 'A firewall on the way, or the host itself, does not let this computer in.',
      };
    case 'ENETUNREACH':
    case 'ENETDOWN':
      return {
        code: 'network-down',
        message: `This computer has no network that leads to ${host}, port ${port} (${code}).`,
        retryable: true,
        hint: 'Check that it is online, and that the protocol version (IPv4, IPv6) fits its network.',
      };
    default:
      return {
        code: 'unreachable',
        message: `${host}, port ${port}, cannot be reached from this computer (${code}).`,
        retryable: true,
        hint: 'Check that this computer is online, and that the protocol version (IPv4, IPv6) fits the network.',
      };
  }
}

/** Why a connection that was there went away, from the socket's error code; null if it had none: the server closed it. */
export function lossFailure(code: string | null, { host }: Target): Failure {
  switch (code) {
    case null:
      return { code: 'connection-closed', message: `${host} closed the connection.`, retryable: true };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return { code: 'connection-reset', message: `The connection to ${host} was reset.`, retryable: true };
    case 'ETIMEDOUT':
      return {
        code: 'connection-timeout',
        message: `The connection to ${host} timed out: it no longer answers.`,
        retryable: true,
      };
    default:
      return {
        code: 'unreachable',
        message: `The connection to ${host} was lost: it can no longer be reached (${code}).`,
        retryable: true,
        hint: 'Check that this computer is online.',
      };
  }
}
