import type { Failure } from '#contract/failure.ts';
import { harmlessLine } from '../sanitise.ts';
import { placeOf, type Target } from '../target.ts';

/** How sentences name a proxy. */
const named = ({ host, port }: Target) => `The proxy ${host}, port ${port},`;

/** No TCP connection to the proxy; `failure` says why. */
export const noProxy = (failure: Failure): Failure => ({
  ...failure,
  message: `The proxy cannot be used. ${failure.message}`,
  field: 'proxyHost',
});

export const proxyClosed = (proxy: Target): Failure => ({
  code: 'connection-closed',
  message: `${named(proxy)} closed the connection before it led anywhere.`,
  retryable: true,
  hint: 'Check the type of the proxy and its port; or it does not let this computer in.',
});

export const proxySilent = (proxy: Target): Failure => ({
  code: 'connection-timeout',
  message: `${named(proxy)} accepted the connection and then did not answer in time.`,
  retryable: true,
  hint: 'Check the type of the proxy and its port; or the proxy is overloaded.',
});

/** `protocol` is what was expected, such as "a SOCKS 5". */
export const notThisProxy = (proxy: Target, protocol: string): Failure => ({
  code: 'proxy-failed',
  message: `What answers on port ${proxy.port} of ${proxy.host} is not ${protocol} proxy, or it broke the protocol.`,
  retryable: false,
  hint: 'Check the type of the proxy and its port.',
  field: 'proxyType',
});

export const proxyWantsUser = (proxy: Target): Failure => ({
  code: 'proxy-refused',
  message: `${named(proxy)} wants a user name and a password.`,
  retryable: false,
  hint: 'Fill in the user name on the Proxy panel; the password is asked for.',
  field: 'proxyUserName',
});

/** `methods` as the proxy named them. */
export const proxyWantsOther = (proxy: Target, methods: string): Failure => ({
  code: 'proxy-refused',
  message: `${named(proxy)} wants a login by ${harmlessLine(methods) || 'a method that it does not name'}, which is not supported here.`,
  retryable: false,
  hint: 'Supported are user name and password for SOCKS 5, and Basic for HTTP.',
});

export const proxyRefusedLogin = (proxy: Target, user: string): Failure => ({
  code: 'proxy-refused',
  message: `${named(proxy)} did not let ${user} in.`,
  retryable: false,
  hint: 'Check the user name on the Proxy panel.',
  field: 'proxyUserName',
});

export const proxyLoginCancelled: Failure = {
  code: 'cancelled',
  message: 'The connection was cancelled when the proxy asked for a password.',
  retryable: false,
};

export const tooLongForProxy = (proxy: Target, what: string): Failure => ({
  code: 'route-invalid',
  message: `${named(proxy)} cannot be told ${what}: its protocol allows 255 bytes.`,
  retryable: false,
});

/** Its protocol has IPv4 addresses only. */
export const onlyIpv4 = (proxy: Target, target: Target): Failure => ({
  code: 'route-invalid',
  message: `${named(proxy)} speaks SOCKS 4, which cannot lead to ${target.host}: it has no IPv6.`,
  retryable: false,
  hint: 'Use SOCKS 5, if the proxy speaks it.',
});

/** The proxy works, and does not allow this. */
export const proxyForbids = (proxy: Target, target: Target, said: string): Failure => ({
  code: 'proxy-refused',
  message: `${named(proxy)} does not allow connections to ${placeOf(target)}${saying(said)}.`,
  retryable: false,
  hint: 'Proxies often allow certain ports alone, such as 443.',
});

/** The proxy tried, and could not. */
export const proxyCannotReach = (proxy: Target, target: Target, said: string): Failure => ({
  code: 'unreachable',
  message: `${named(proxy)} could not connect to ${placeOf(target)}${saying(said)}.`,
  retryable: true,
});

export const proxyFindsNoHost = (proxy: Target, target: Target, said: string): Failure => ({
  code: 'host-not-found',
  message: `${named(proxy)} found no way to a host named ${target.host}${saying(said)}.`,
  retryable: true,
  hint: 'Check the spelling; or have the name looked up by this computer (Proxy panel).',
});

export const proxyTargetRefused = (proxy: Target, target: Target): Failure => ({
  code: 'connection-refused',
  message: `${named(proxy)} was refused by ${target.host}: nothing listens on port ${target.port}.`,
  retryable: true,
});

const saying = (said: string) => (said === '' ? '' : `: it answered "${harmlessLine(said).slice(0, 120)}"`);
