import { t } from '#contract/language/language.ts';
import type { Draft, Problems } from './draft.ts';

const isBlank = (text: string) => text.trim() === '';

/** What other settings need and is not there, each with a sentence for its own field. */
export function neededIn({ logType, logFileName, proxyType, proxyHost, proxyCommand, jumpHosts }: Draft): Problems {
  const leadsOverProxy =
    proxyType === 'socks4' || proxyType === 'socks5' || proxyType === 'http' || proxyType === 'telnet';
  return {
    ...(logType !== 'none' && isBlank(logFileName) && { logFileName: t('Enter a file name, or choose no logging.') }),
    ...(leadsOverProxy && isBlank(proxyHost) && { proxyHost: t('Enter a host name, or choose no proxy.') }),
    ...(proxyType === 'command' &&
      isBlank(proxyCommand) && { proxyCommand: t('Enter a command, or choose no proxy.') }),
    ...(proxyType === 'jump' && jumpHosts.every(isBlank) && { jumpHosts: t('Enter a jump host, or choose no proxy.') }),
  };
}
