import type { SessionSnapshot } from '#contract/session.ts';

export interface TunnelCount {
  /** "2 tunnels", "2 tunnels and X11", "X11". */
  readonly words: string;
  /** "1 failed"; empty: none did. */
  readonly failed: string;
}

/** What a session forwards, in words; null where that is nothing. */
export function tunnelCount({ forwards, x11 }: Pick<SessionSnapshot, 'forwards' | 'x11'>): TunnelCount | null {
  const failed = [...forwards, ...(x11 === null ? [] : [x11])].filter(({ state }) => state.kind === 'failed').length;
  const tunnels = forwards.length === 1 ? '1 tunnel' : `${forwards.length} tunnels`;
  const parts = [...(forwards.length === 0 ? [] : [tunnels]), ...(x11 === null ? [] : ['X11'])];
  if (parts.length === 0) return null;
  return { words: parts.join(' and '), failed: failed === 0 ? '' : `${failed} failed` };
}
