import { failed, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { addressBytes } from './addresses.ts';
import type { SpeakProxy } from './proxy.ts';
import { notThisProxy, onlyIpv4, proxyForbids, proxyRefusedLogin } from './proxy-failures.ts';

/** An address that no host has stands for "the name follows" (SOCKS 4A). */
const nameFollows = Uint8Array.of(0, 0, 0, 1);

/** SOCKS 4, and 4A where the proxy looks the name up (https://www.openssh.com/txt/socks4.protocol, socks4a.protocol). */
export const speakSocks4: SpeakProxy = async (conversation, { proxy, target, address, profile }) => {
  const bytes = addressBytes(address ?? target.host);
  if (bytes?.length === 16) return failed(onlyIpv4(proxy, target));
  const port = Buffer.alloc(2);
  port.writeUInt16BE(target.port);
  const texts = bytes === null ? [profile.proxyUserName, target.host] : [profile.proxyUserName];
  const ended = texts.map((text) => Buffer.from(`${text}\0`));
  conversation.send(Buffer.concat([Uint8Array.of(4, 1), port, bytes ?? nameFollows, ...ended]));

  const reply = await conversation.read(8);
  if (!reply.ok) return reply;
  const [version, code] = reply.value;
  if (version !== 0) return failed(notThisProxy(proxy, t('a SOCKS 4')));
  switch (code) {
    case 90:
      return success('connected');
    case 91:
      return failed(proxyForbids(proxy, target, t('rejected or failed')));
    // It could not ask this computer who the user is, or was told of another.
    case 92:
    case 93:
      return failed(proxyRefusedLogin(proxy, profile.proxyUserName || t('a user without a name')));
    default:
      return failed(notThisProxy(proxy, t('a SOCKS 4')));
  }
};
