import { isIPv6 } from 'node:net';
import { type Failure, failed, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { ProxyRequest, SpeakProxy } from './proxy.ts';
import {
  notThisProxy,
  proxyCannotReach,
  proxyFindsNoHost,
  proxyForbids,
  proxyLoginCancelled,
  proxyWantsOther,
  proxyWantsUser,
} from './proxy-failures.ts';

/** Bytes of status line and headers together; Node's own limit for them. */
const maxHead = 16_384;

/** HTTP CONNECT (RFC 9110, 9.3.6); a login by Basic (RFC 7617) where the proxy asks for one. */
export const speakHttpConnect: SpeakProxy = async (conversation, request, attempt) => {
  const { proxy, profile } = request;
  const place = authority(request);
  const lines = [`CONNECT ${place} HTTP/1.1`, `Host: ${place}`];
  if (attempt > 0) {
    const password = await request.password();
    if (password === null) return failed(proxyLoginCancelled());
    const credentials = Buffer.from(`${profile.proxyUserName}:${password}`).toString('base64');
    lines.push(`Proxy-Authorization: Basic ${credentials}`);
  }
  conversation.send(`${lines.join('\r\n')}\r\n\r\n`);

  const head = await conversation.readUntil('\r\n\r\n', maxHead, notHttp(request));
  if (!head.ok) return head;
  const [statusLine = '', ...headers] = head.value.toString('latin1').split('\r\n');
  const status = /^HTTP\/1\.[01] (\d{3})(?: (.*))?$/.exec(statusLine);
  if (status === null) return failed(notHttp(request));
  const code = Number(status[1]);
  if (code >= 200 && code < 300) return success('connected');
  // tinyproxy's answer to a wrong password.
  if (code === 401 && attempt > 0) return success('login');
  if (code !== 407) return failed(refusal(code, `${status[1]} ${status[2] ?? ''}`.trim(), request));
  const methods = headers.flatMap((line) => /^proxy-authenticate:\s*([^\s,]+)/i.exec(line)?.[1] ?? []);
  if (!methods.some((method) => method.toLowerCase() === 'basic')) {
    return failed(proxyWantsOther(proxy, methods.join(', ')));
  }
  return profile.proxyUserName === '' ? failed(proxyWantsUser(proxy)) : success('login');
};

function authority({ target, address }: ProxyRequest): string {
  const host = address ?? target.host;
  return `${isIPv6(host) ? `[${host}]` : host}:${target.port}`;
}

/** What proxies mean by these: squid and tinyproxy answer 403 for what they do not allow, and 5xx for what they cannot. */
function refusal(code: number, said: string, { proxy, target }: ProxyRequest): Failure {
  if (code === 404) return proxyFindsNoHost(proxy, target, said);
  return code >= 500 ? proxyCannotReach(proxy, target, said) : proxyForbids(proxy, target, said);
}

const notHttp = ({ proxy }: ProxyRequest) => notThisProxy(proxy, t('an HTTP'));
