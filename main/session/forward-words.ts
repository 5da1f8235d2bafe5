import { type Forward, hostAndPort, listensAtServer, targetOf, targetText } from '#contract/forward.ts';

/** What a forward is, for sentences: "local port 8080 to db:5432". */
export function forwardWords(forward: Forward): string {
  const from = listenerWords(forward);
  const target = targetOf(forward);
  const isRemote = listensAtServer(forward);
  if (target === null) return `from a SOCKS proxy on ${isRemote ? "the server's " : ''}${from}`;
  return `${isRemote ? "the server's" : 'local'} ${from} to ${targetText(target)}`;
}

function listenerWords(forward: Forward): string {
  if ('listenPath' in forward) return `socket ${forward.listenPath}`;
  const { bindAddress, port } = forward;
  return bindAddress === '' ? `port ${port === 0 ? 'of its choice' : port}` : hostAndPort(bindAddress, port);
}
