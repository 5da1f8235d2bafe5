import type { Forward, Listener } from '#contract/forwards/forward.ts';
import { isSocketPath } from '#contract/forwards/forward-notation.ts';
import type { Resolved } from './resolve.ts';

/** The keywords of forwards, with the kind of each. */
const kinds = { localforward: 'local', remoteforward: 'remote', dynamicforward: 'dynamic' } as const;

export type ForwardKeyword = keyof typeof kinds;

/** The forwards of all three keywords together, for they are one setting; those that can't be had are left out. */
export const forwardsOf = (values: Resolved['values']): readonly Forward[] =>
  (Object.keys(kinds) as ForwardKeyword[]).flatMap((keyword) =>
    (values.get(keyword) ?? []).map(({ text }) => readForward(keyword, text)).filter((forward) => forward !== null),
  );

/**
 * A forward as `ssh -G` prints it: `[address]:port [host]:port`, with paths in the place of either; `[socks]:0` is
 * where a remote one leads that is a SOCKS proxy. Null for what has no place in the notation, such as a path with a
 * blank or too long a one.
 */
export function readForward(keyword: ForwardKeyword, text: string): Forward | null {
  const kind = kinds[keyword];
  const [from = '', to = '', ...more] = text.split(' ');
  const listener = listenerOf(from);
  if (listener === null || more.length > 0) return null;
  if (kind === 'dynamic') return { kind, ...listener };
  if (kind === 'remote' && to === '[socks]:0') return { kind: 'remote-dynamic', ...listener };
  if (isSocketPath(to)) return { kind, ...listener, path: to };
  const target = /^\[([^\]]+)\]:(\d+)$/.exec(to);
  return target === null ? null : { kind, ...listener, host: target[1] ?? '', hostPort: Number(target[2]) };
}

function listenerOf(text: string): Listener | null {
  if (isSocketPath(text)) return { listenPath: text };
  const listen = /^(?:\[([^\]]*)\]:)?(\d+)$/.exec(text);
  // An empty address before the colon is every one.
  const bindAddress = listen?.[1] === '' ? '*' : (listen?.[1] ?? '');
  return listen === null ? null : { family: 'auto', bindAddress, port: Number(listen[2]) };
}
