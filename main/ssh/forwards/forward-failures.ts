import type { Failure } from '#contract/failure.ts';
import { type Target, targetText } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import { harmlessLine } from '../sanitise.ts';
import type { ServerPlace } from './server-place.ts';

/** Ports below this one are kept for administrators on Unix. */
const firstFreePort = 1024;

/** Why this computer does not listen, from the code of bind or getaddrinfo. */
export function listenFailure(code: string, address: string, port: number): Failure {
  switch (code) {
    case 'EADDRINUSE':
      return {
        code: 'port-in-use',
        message: t('Port {port} of {address} is in use by another session or program.', { port, address }),
        retryable: true,
        hint: t('Close that one, or choose another port.'),
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'port-unavailable',
        message: t('This computer does not let you listen on port {port}.', { port }),
        retryable: false,
        hint:
          port < firstFreePort
            ? t('Choose a port from {firstFreePort} on.', { firstFreePort })
            : t('Choose another port.'),
      };
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return {
        code: 'port-unavailable',
        message: t('This computer does not have the address {address}.', { address }),
        retryable: true,
        hint: t('Name one of its addresses, or leave the address out.'),
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ENODATA':
      return {
        code: 'host-not-found',
        message: t('No address was found for the name {address}.', { address }),
        retryable: true,
        hint: t('Check its spelling, or leave the address out.'),
      };
    default:
      return {
        code: 'port-unavailable',
        message: t('This computer cannot listen on port {port} of {address} ({code}).', { port, address, code }),
        retryable: true,
      };
  }
}

/** Why this computer does not listen on a socket in the file system, from the code of bind. */
export function socketListenFailure(code: string, path: string): Failure {
  switch (code) {
    case 'EADDRINUSE':
      return {
        code: 'port-in-use',
        message: t('There is a file at {path} already.', { path }),
        retryable: true,
        hint: t('Remove it if no program uses it, choose another path, or have sockets that are there replaced.'),
      };
    case 'ENOENT':
      return {
        code: 'port-unavailable',
        message: t('This computer has no folder for {path}.', { path }),
        retryable: false,
        hint: t('Make the folder, or choose another path.'),
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'port-unavailable',
        message: t('This computer does not let you make a socket at {path}.', { path }),
        retryable: false,
        hint: process.platform === 'win32' ? t('On Windows forward a port instead.') : t('Choose another path.'),
      };
    default:
      return {
        code: 'port-unavailable',
        message: t('This computer cannot listen at {path} ({code}).', { path, code }),
        retryable: true,
      };
  }
}

/** The server did not take a remote forward. It does not say why (RFC 4254, 7.1). */
export function remoteRefused(server: string, place: ServerPlace): Failure {
  const common = { code: 'port-unavailable', retryable: true } as const;
  if (place.kind === 'socket') {
    const hint = t('A file may be there already, or the server may not allow it (AllowStreamLocalForwarding).');
    return { ...common, message: t('{server} refused to listen on {path}.', { server, path: place.path }), hint };
  }
  const { port } = place;
  const hint = t('The port may be in use there, or the server may not allow it (AllowTcpForwarding, PermitListen).');
  return {
    ...common,
    message:
      port === 0
        ? t('{server} refused to listen on a port.', { server })
        : t('{server} refused to listen on port {port}.', { server, port }),
    hint,
  };
}

/** RFC 4254, 5.1. */
const administrativelyProhibited = 1;
const connectFailed = 2;

/** Why a connection was not let through, from the server's reason code; its words are quoted, not understood. */
export function channelSentence(error: Error, server: string, to: Target): string {
  const target = targetText(to);
  const { reason } = error as Error & { readonly reason?: unknown };
  if (reason === administrativelyProhibited)
    return t('{server} does not allow connections to {target}.', { server, target });
  if (reason === connectFailed) return t('{server} could not connect to {target}.', { server, target });
  return t('{server} did not open a connection to {target} ({harmlessLine}).', {
    server,
    target,
    harmlessLine: harmlessLine(String(reason ?? 'no reason')),
  });
}

export const outcomeOf = (error: Error): 'forbidden' | 'unreachable' | 'failed' => {
  const { reason } = error as Error & { readonly reason?: unknown };
  if (reason === administrativelyProhibited) return 'forbidden';
  return reason === connectFailed ? 'unreachable' : 'failed';
};
