import { type Forward, hostAndPort } from '#contract/forward.ts';

/** What a forward is, for sentences: "local port 8080 to db:5432". */
export function forwardWords(forward: Forward): string {
  const { kind, bindAddress, port } = forward;
  const from = bindAddress === '' ? `port ${port === 0 ? 'of its choice' : port}` : hostAndPort(bindAddress, port);
  if (kind === 'dynamic') return `from a SOCKS proxy on ${from}`;
  return `${kind === 'local' ? 'local' : "the server's"} ${from} to ${hostAndPort(forward.host, forward.hostPort)}`;
}
