import { type Forward, hostAndPort, listensAtServer, targetOf, targetText } from '#contract/forwards/forward.ts';
import { inEnglish } from '#contract/language/language.ts';

/** What a forward is, for sentences: "local port 8080 to db:5432"; in English for the Event Log. */
export function forwardWords(forward: Forward, t = inEnglish): string {
  const from = 'listenPath' in forward ? t('socket {path}', { path: forward.listenPath }) : portWords(forward, t);
  const target = targetOf(forward);
  const isRemote = listensAtServer(forward);
  if (target === null)
    return t(isRemote ? "from a SOCKS proxy on the server's {from}" : 'from a SOCKS proxy on {from}', { from });
  return t(isRemote ? "the server's {from} to {target}" : 'local {from} to {target}', {
    from,
    target: targetText(target),
  });
}

function portWords(
  { bindAddress, port }: { readonly bindAddress: string; readonly port: number },
  t = inEnglish,
): string {
  if (bindAddress !== '') return hostAndPort(bindAddress, port);
  return port === 0 ? t('port of its choice') : t('port {port}', { port });
}
