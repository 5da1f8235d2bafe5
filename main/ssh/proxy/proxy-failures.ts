import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { harmlessLine } from '../sanitise.ts';
import { placeOf, type Target } from '../target.ts';

/** How sentences name a proxy. */
const named = ({ host, port }: Target) => t('The proxy {host}, port {port},', { host, port });

/** No TCP connection to the proxy; `failure` says why. */
export const noProxy = (failure: Failure): Failure => ({
  ...failure,
  message: t('The proxy cannot be used. {message}', { message: failure.message }),
  field: 'proxyHost',
});

export const proxyClosed = (proxy: Target): Failure => ({
  code: 'connection-closed',
  message: t('{proxy} closed the connection before it had reached the server.', { proxy: named(proxy) }),
  retryable: true,
  hint: t('Check the type of the proxy and its port; or it does not let this computer in.'),
});

export const proxySilent = (proxy: Target): Failure => ({
  code: 'connection-timeout',
  message: t('{proxy} accepted the connection and then did not answer in time.', { proxy: named(proxy) }),
  retryable: true,
  hint: t('Check the type of the proxy and its port; or the proxy is overloaded.'),
});

/** `protocol` is what was expected, such as "a SOCKS 5". */
export const notThisProxy = (proxy: Target, protocol: string): Failure => ({
  code: 'proxy-failed',
  message: t('What answers on port {port} of {host} is not {protocol} proxy, or it broke the protocol.', {
    port: proxy.port,
    host: proxy.host,
    protocol,
  }),
  retryable: false,
  hint: t('Check the type of the proxy and its port.'),
  field: 'proxyType',
});

export const proxyWantsUser = (proxy: Target): Failure => ({
  code: 'proxy-refused',
  message: t('{proxy} wants a user name and a password.', { proxy: named(proxy) }),
  retryable: false,
  hint: t('Fill in the user name on the Proxy panel; the password is asked for.'),
  field: 'proxyUserName',
});

/** `methods` as the proxy named them. */
export const proxyWantsOther = (proxy: Target, methods: string): Failure => ({
  code: 'proxy-refused',
  message: t('{proxy} wants a login by {method}, which is not supported here.', {
    proxy: named(proxy),
    method: harmlessLine(methods) || t('a method that it does not name'),
  }),
  retryable: false,
  hint: t('Supported are user name and password for SOCKS 5, and Basic for HTTP.'),
});

export const proxyRefusedLogin = (proxy: Target, user: string): Failure => ({
  code: 'proxy-refused',
  message: t('{proxy} did not let {user} in.', { proxy: named(proxy), user }),
  retryable: false,
  hint: t('Check the user name on the Proxy panel.'),
  field: 'proxyUserName',
});

export const proxyLoginCancelled = (): Failure => ({
  code: 'cancelled',
  message: t('The connection was cancelled when the proxy asked for a password.'),
  retryable: false,
});

export const tooLongForProxy = (proxy: Target, what: string): Failure => ({
  code: 'route-invalid',
  message: t('{proxy} cannot be told {what}: its protocol allows 255 bytes.', { proxy: named(proxy), what }),
  retryable: false,
});

/** Its protocol has IPv4 addresses only. */
export const onlyIpv4 = (proxy: Target, target: Target): Failure => ({
  code: 'route-invalid',
  message: t('{proxy} speaks SOCKS 4, which cannot lead to {host}: it has no IPv6.', {
    proxy: named(proxy),
    host: target.host,
  }),
  retryable: false,
  hint: t('Use SOCKS 5, if the proxy speaks it.'),
});

/** The proxy works, and does not allow this. */
export const proxyForbids = (proxy: Target, target: Target, said: string): Failure => ({
  code: 'proxy-refused',
  message: t('{proxy} does not allow connections to {target}{said}.', {
    proxy: named(proxy),
    target: placeOf(target),
    said: saying(said),
  }),
  retryable: false,
  hint: t('Proxies often allow only certain ports, such as 443.'),
});

/** The proxy tried, and could not. */
export const proxyCannotReach = (proxy: Target, target: Target, said: string): Failure => ({
  code: 'unreachable',
  message: t('{proxy} could not connect to {target}{said}.', {
    proxy: named(proxy),
    target: placeOf(target),
    said: saying(said),
  }),
  retryable: true,
});

export const proxyFindsNoHost = (proxy: Target, target: Target, said: string): Failure => ({
  code: 'host-not-found',
  message: t('{proxy} found no way to a host named {host}{said}.', {
    proxy: named(proxy),
    host: target.host,
    said: saying(said),
  }),
  retryable: true,
  hint: t('Check the spelling; or have the name looked up by this computer (Proxy panel).'),
});

export const proxyTargetRefused = (proxy: Target, target: Target): Failure => ({
  code: 'connection-refused',
  message: t('{proxy} was refused by {host}: nothing listens on port {port}.', {
    proxy: named(proxy),
    host: target.host,
    port: target.port,
  }),
  retryable: true,
});

const saying = (said: string) =>
  said === '' ? '' : t(': it answered "{answer}"', { answer: harmlessLine(said).slice(0, 120) });
