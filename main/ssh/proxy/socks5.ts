import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { addressBytes } from './addresses.ts';
import type { Conversation } from './conversation.ts';
import type { ProxyAnswer, ProxyRequest, SpeakProxy } from './proxy.ts';
import {
  notThisProxy,
  proxyCannotReach,
  proxyFindsNoHost,
  proxyForbids,
  proxyLoginCancelled,
  proxyTargetRefused,
  proxyWantsOther,
  proxyWantsUser,
  tooLongForProxy,
} from './proxy-failures.ts';

const version = 5;
const method = { none: 0, password: 2, unacceptable: 0xff } as const;

/** Bytes at most in a name, a user name or a password: their length is one byte. */
const maxText = 255;

/** SOCKS 5 (RFC 1928), with user name and password (RFC 1929). */
export const speakSocks5: SpeakProxy = async (conversation, request) => {
  const { proxy, profile } = request;
  const target = targetBytes(request);
  if (target === null) return failed(tooLongForProxy(proxy, t('the name of the host')));
  const methods = profile.proxyUserName === '' ? [method.none] : [method.none, method.password];
  conversation.send(Uint8Array.of(version, methods.length, ...methods));
  const chosen = await conversation.read(2);
  if (!chosen.ok) return chosen;
  if (chosen.value[0] !== version) return failed(notSocks(request));
  const way = chosen.value[1];
  if (way === method.unacceptable && profile.proxyUserName === '') return failed(proxyWantsUser(proxy));
  if (way === method.unacceptable) return failed(proxyWantsOther(proxy, ''));
  if (way === method.password) {
    const login = await logIn(conversation, request);
    if (!login.ok || login.value === 'login') return login;
  } else if (way !== method.none) return failed(notSocks(request));

  conversation.send(Buffer.concat([Uint8Array.of(version, 1, 0), target]));
  return readReply(conversation, request);
};

async function logIn(conversation: Conversation, request: ProxyRequest): Promise<Result<ProxyAnswer>> {
  const { proxy, profile } = request;
  const user = Buffer.from(profile.proxyUserName);
  const typed = await request.password();
  if (typed === null) return failed(proxyLoginCancelled());
  const password = Buffer.from(typed);
  if (user.length > maxText || password.length > maxText) {
    return failed(tooLongForProxy(proxy, t('the user name and the password')));
  }
  conversation.send(Buffer.concat([Uint8Array.of(1, user.length), user, Uint8Array.of(password.length), password]));
  const reply = await conversation.read(2);
  // Some proxies, dante among them, close the connection with or instead of the refusal.
  if (!reply.ok) return reply.failure.code === 'connection-closed' ? success('login') : reply;
  return success(reply.value[1] === 0 ? 'connected' : 'login');
}

/** The target as ATYP, DST.ADDR and DST.PORT; null if the name is too long. */
function targetBytes({ target, address }: ProxyRequest): Buffer | null {
  const bytes = addressBytes(address ?? target.host);
  const name = Buffer.from(target.host);
  if (bytes === null && name.length > maxText) return null;
  const port = Buffer.alloc(2);
  port.writeUInt16BE(target.port);
  if (bytes === null) return Buffer.concat([Uint8Array.of(3, name.length), name, port]);
  return Buffer.concat([Uint8Array.of(bytes.length === 4 ? 1 : 4), bytes, port]);
}

async function readReply(conversation: Conversation, request: ProxyRequest): Promise<Result<ProxyAnswer>> {
  const head = await conversation.read(5);
  if (!head.ok) return head;
  const [replyVersion, code = -1, , kind, first = 0] = head.value;
  if (replyVersion !== version) return failed(notSocks(request));
  const failure = failureOf(code, request);
  if (failure !== null) return failed(failure);
  // One byte of the address is read already; the port follows it.
  const left = kind === 1 ? 3 : kind === 4 ? 15 : kind === 3 ? first : null;
  if (left === null) return failed(notSocks(request));
  const rest = await conversation.read(left + 2);
  return rest.ok ? success('connected') : rest;
}

/** RFC 1928, 6. */
function failureOf(code: number, request: ProxyRequest): Failure | null {
  const { proxy, target } = request;
  switch (code) {
    case 0:
      return null;
    case 1:
      return proxyCannotReach(proxy, target, t('general failure'));
    case 2:
      return proxyForbids(proxy, target, '');
    case 3:
      return proxyCannotReach(proxy, target, t('network unreachable'));
    case 4:
      return proxyFindsNoHost(proxy, target, t('host unreachable'));
    case 5:
      return proxyTargetRefused(proxy, target);
    case 6:
      return proxyCannotReach(proxy, target, t('TTL expired'));
    case 7:
      return proxyForbids(proxy, target, t('command not supported'));
    case 8:
      return proxyCannotReach(proxy, target, t('address type not supported'));
    default:
      return notSocks(request);
  }
}

const notSocks = ({ proxy }: ProxyRequest) => notThisProxy(proxy, t('a SOCKS 5'));
