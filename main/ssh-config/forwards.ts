/**
 * Where a forward listens and leads, as `ssh -G` prints it: `[address]:port [host]:port`, `[socks]:0` for a remote forward
 * that leads where its user says. Null if it can't be read.
 */
export function forwardOf(kind: 'local' | 'remote' | 'dynamic', words: readonly string[]): string | null {
  const [listen = '', target = null, ...more] = words;
  if (more.length > 0 || (kind === 'dynamic' && target !== null) || (kind === 'local' && target === null)) return null;
  const from = listenerOf(listen, kind === 'remote');
  if (from === null) return null;
  if (target === null) return kind === 'remote' ? `${from} [socks]:0` : from;
  const to = target.startsWith('/') ? target : targetOf(target);
  return to === null ? null : `${from} ${to}`;
}

/** `port`, `address:port`, `[address]:port` or the path of a socket. */
function listenerOf(text: string, mayChoosePort: boolean): string | null {
  if (text.startsWith('/')) return text;
  const parts = /^(?:(?:\[([^\]]*)\]|([^:[\]/]*)):)?(\d{1,5})$/.exec(text);
  const port = portOf(parts?.[3], mayChoosePort);
  if (parts === null || port === null) return null;
  const address = parts[1] ?? parts[2];
  if (address === undefined) return port;
  return `[${address}]:${port}`;
}

function targetOf(text: string): string | null {
  const parts = /^(?:\[([^\]]+)\]|([^:[\]/]+)):(\d{1,5})$/.exec(text);
  const port = portOf(parts?.[3], false);
  return parts === null || port === null ? null : `[${parts[1] ?? parts[2]}]:${port}`;
}

const portOf = (text: string | undefined, mayBeAny: boolean): string | null => {
  const port = Number(text);
  return Number.isInteger(port) && port >= (mayBeAny ? 0 : 1) && port <= 65_535 ? String(port) : null;
};
