import type { X11Status } from '#contract/forwards/forward.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { X11Standing } from '../ports/transport.ts';
import { nothing, sum } from './forward-counts.ts';

/** X11 forwarding of a session, over whichever connection it has. */
export interface X11Watch {
  /** Null where the session forwards none. */
  readonly status: () => X11Status | null;
  readonly note: (standing: X11Standing) => void;
  /** The connection is gone. */
  readonly end: () => void;
}

export function createX11Watch(profile: () => Pick<Profile, 'x11Forward' | 'noShell'>): X11Watch {
  let standing: X11Standing | null = null;
  /** On connections before. */
  let counted = nothing;

  const stateOf = (now: X11Standing | null): X11Status['state'] => {
    if (now === null) return { kind: 'waiting' };
    return now.kind === 'on' ? { kind: 'on', display: now.display } : now;
  };

  return {
    status: () => {
      const { x11Forward, noShell } = profile();
      // Without a program at the server there is nothing to show.
      if (!x11Forward || noShell) return null;
      const counts = standing?.kind === 'on' ? sum(counted, standing.counts()) : counted;
      return { state: stateOf(standing), ...counts };
    },
    note: (now) => {
      standing = now;
    },
    end: () => {
      if (standing?.kind === 'on') counted = { ...sum(counted, standing.counts()), connections: 0 };
      standing = null;
    },
  };
}
