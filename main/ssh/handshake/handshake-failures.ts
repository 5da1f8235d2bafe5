import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { harmlessLine } from '../sanitise.ts';
import type { Target } from '../target.ts';
import type { Spoken } from './handshake-peek.ts';
import { type AlgorithmLists, missingAlgorithm } from './kex-init.ts';

/** Offered algorithms that a sentence names; a server may offer hundreds. */
const namedOffers = 12;

/** The other side speaks something else; `firstLine` is what it said, as it came. */
export function notSshFailure(firstLine: string, { host, port }: Target): Failure {
  const said = harmlessLine(firstLine).slice(0, 120);
  return {
    code: 'not-ssh',
    message:
      said === ''
        ? t('What answers on port {port} of {host} is not an SSH server.', { port, host })
        : t('What answers on port {port} of {host} did not greet as an SSH server. It said: "{said}"', {
            port,
            host,
            said,
          }),
    retryable: false,
    hint: t('Check the port: SSH servers listen on 22 unless set up otherwise.'),
  };
}

/** SSH-1 only. `SSH-1.99-` is a server that speaks 2.0 too (RFC 4253, 5.1). */
export const isOldProtocol = (version: string) => !/^SSH-(2\.0|1\.99)-/.test(version);

export const oldProtocolFailure = (version: string, { host, port }: Target): Failure => ({
  code: 'not-ssh',
  message: t('The server on port {port} of {host} does not speak SSH-2: it greeted with "{version}".', {
    port,
    host,
    version: harmlessLine(version),
  }),
  retryable: false,
  hint: t('SSH-1 is not safe. Ask the administrator of the server to turn SSH-2 on.'),
});

/** Nothing more came in the time for greeting and key exchange. */
export function handshakeTimeout(spoken: Spoken, target: Target): Failure {
  if (spoken.kind === 'greeting' && spoken.firstLine !== '') return notSshFailure(spoken.firstLine, target);
  const silent = spoken.kind === 'greeting';
  const { host, port } = target;
  return {
    code: 'handshake-timeout',
    message: silent
      ? t('Port {port} of {host} accepted the connection and then said nothing.', { port, host })
      : t('{host}, port {port}, did not finish the key exchange in time.', { host, port }),
    retryable: true,
    hint: silent
      ? t('Check the port; or the server is overloaded.')
      : t('The server or the network may be overloaded.'),
  };
}

/** It ended, with no error, before the key exchange was done. */
export function closedInHandshake(spoken: Spoken, target: Target): Failure {
  if (spoken.kind !== 'ssh' && spoken.firstLine !== '') return notSshFailure(spoken.firstLine, target);
  return {
    code: 'connection-closed',
    message: t('{host} closed the connection on port {port} before the login began.', {
      host: target.host,
      port: target.port,
    }),
    retryable: true,
    hint: t('The server may be overloaded, or may refuse this computer for a while after failed logins.'),
  };
}

/** ssh2 gave the handshake up: no common algorithm, where the lists show it, or a server that breaks the protocol. */
export function brokenHandshake(
  ours: AlgorithmLists | null,
  theirs: AlgorithmLists | null,
  { host, port }: Target,
): Failure {
  const missing = ours === null || theirs === null ? null : missingAlgorithm(ours, theirs);
  if (missing === null) {
    return {
      code: 'protocol-error',
      message: t('The key exchange with {host}, port {port}, failed: what came from there breaks the SSH protocol.', {
        host,
        port,
      }),
      retryable: true,
    };
  }
  const offers = missing.serverOffers.slice(0, namedOffers).map((name) => harmlessLine(name));
  return {
    code: 'no-common-algorithm',
    message: t('{host} and Holdfast have no {category} in common. The server offers: {algorithms}.', {
      host,
      category: t(missing.category),
      algorithms: offers.join(', '),
    }),
    retryable: false,
    hint: t('The server accepts only algorithms that are not safe or not known here; its software may need an update.'),
  };
}
