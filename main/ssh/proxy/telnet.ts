import { failed, success } from '#contract/failure.ts';
import { fillIn, unescaped, wantsPassword } from './command-template.ts';
import type { SpeakProxy } from './proxy.ts';
import { proxyLoginCancelled } from './proxy-failures.ts';

/**
 * A proxy that is told by a command where to lead. As in PuTTY nothing of its answer is waited for: what it prints stands
 * before the server's version, where SSH allows for lines (RFC 4253, 4.2).
 */
export const speakTelnet: SpeakProxy = async (conversation, { proxy, target, address, profile, password }) => {
  const { proxyCommand, proxyUserName } = profile;
  const typed = wantsPassword(proxyCommand) ? await password() : '';
  if (typed === null) return failed(proxyLoginCancelled());
  const values = {
    host: address ?? target.host,
    port: target.port,
    user: proxyUserName,
    remoteUser: target.user ?? '',
    proxyHost: proxy.host,
    proxyPort: proxy.port,
  };
  // Escapes first: what is filled in is nobody's to interpret.
  conversation.send(fillIn(unescaped(proxyCommand), values, typed));
  return success('connected');
};
