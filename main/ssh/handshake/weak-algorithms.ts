import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { WeakAlgorithm } from '#contract/session/prompt.ts';
import type { Negotiated } from '#contract/session/session.ts';
import type { Target } from '../target.ts';
import { type AlgorithmOrders, isBelowLine } from './algorithms.ts';

/** What was agreed on and stands below the line of its panel, each with the reason. */
export function weakAlgorithms(
  { kex, hostKey, cipherOut, cipherIn, macOut, macIn }: Omit<Negotiated, 'serverVersion' | 'postQuantum'>,
  orders: AlgorithmOrders,
): readonly WeakAlgorithm[] {
  const agreed = [
    { role: 'key exchange', name: kex, order: orders.kexOrder },
    { role: 'host key', name: hostKey, order: orders.hostKeyOrder },
    ...[...new Set([cipherOut, cipherIn])].map(
      (name) => ({ role: 'cipher', name, order: orders.cipherOrder }) as const,
    ),
    // None where the cipher authenticates by itself.
    ...[...new Set([macOut, macIn])].map((name) => ({ role: 'MAC', name, order: orders.macOrder }) as const),
  ] as const;
  return agreed
    .filter(({ name, order }) => isBelowLine(name, order))
    .map(({ role, name }) => ({ role, name, why: reasonFor(name) }));
}

function reasonFor(name: string): string {
  if (name === 'diffie-hellman-group1-sha1')
    return t(
      'Its group of 1024 bits is within reach of those who can pay for it (Logjam): they could read the session.',
    );
  if (name.startsWith('diffie-hellman') && name.endsWith('-sha1'))
    return t('It rests on SHA-1, for which collisions can be made.');
  if (name === 'ssh-rsa')
    return t('The server signs with SHA-1, for which collisions can be made: another could come to pose as it.');
  if (name === 'ssh-dss')
    return t(
      'DSA keys of 1024 bits, with SHA-1, are within reach of those who can pay for it: they could pose as the server.',
    );
  if (name.startsWith('hmac-md5'))
    return t('It rests on MD5, which is broken for other uses; OpenSSH no longer offers it.');
  if (name.endsWith('-96')) return t('It is cut to 96 bits, which makes it easier to forge what is sent.');
  if (name === '3des-cbc')
    return t('Blocks of 64 bits give parts of the text away after some gigabytes (Sweet32), and it is slow.');
  if (name.endsWith('-cbc')) return t('With CBC, somebody on the way can find out parts of what is sent.');
  return t('Your settings have it below the line.');
}

/** The user did not want to go on with them. */
export const weakRefused = (algorithms: readonly WeakAlgorithm[], { host }: Target): Failure => ({
  code: 'cancelled',
  message: t('The connection to {host} was cancelled for its weak algorithms: {names}.', {
    host,
    names: algorithms.map(({ name }) => name).join(', '),
  }),
  retryable: false,
  hint: t('Ask the administrator of the server for an update of its software.'),
});
