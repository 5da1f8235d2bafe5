import { t } from '#contract/language/language.ts';
import type { SessionSnapshot } from '#contract/session/session.ts';

export interface TunnelCount {
  /** "2 tunnels", "2 tunnels and X11", "X11". */
  readonly words: string;
  /** "1 failed"; empty: none did. */
  readonly failed: string;
}

/** What a session forwards, in words; null where that is nothing. */
export function tunnelCount({ forwards, x11 }: Pick<SessionSnapshot, 'forwards' | 'x11'>): TunnelCount | null {
  const failed = [...forwards, ...(x11 === null ? [] : [x11])].filter(({ state }) => state.kind === 'failed').length;
  const tunnels = t(forwards.length === 1 ? '1 tunnel' : '{n} tunnels', { n: forwards.length });
  if (forwards.length === 0 && x11 === null) return null;
  const withX11 = forwards.length === 0 ? t('X11') : t('{tunnels} and X11', { tunnels });
  return { words: x11 === null ? tunnels : withX11, failed: failed === 0 ? '' : t('{n} failed', { n: failed }) };
}
