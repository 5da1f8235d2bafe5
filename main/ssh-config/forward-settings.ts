import type { Forward } from '#contract/forward.ts';
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
 * A forward as `ssh -G` prints it: `[address]:port [host]:port`. Null for one of a socket's path, and for a remote one
 * that leads where its user says.
 */
export function readForward(keyword: ForwardKeyword, text: string): Forward | null {
  const kind = kinds[keyword];
  const [from = '', to = ''] = text.split(' ');
  const listen = /^(?:\[([^\]]*)\]:)?(\d+)$/.exec(from);
  const target = /^\[([^\]]+)\]:(\d+)$/.exec(to);
  if (listen === null) return null;
  // An empty address before the colon is every one.
  const bindAddress = listen[1] === '' ? '*' : (listen[1] ?? '');
  const listening = { family: 'auto', bindAddress, port: Number(listen[2]) } as const;
  if (kind === 'dynamic') return { kind, ...listening };
  if (target === null || to === '[socks]:0') return null;
  return { kind, ...listening, host: target[1] ?? '', hostPort: Number(target[2]) };
}
