import type { UserInput } from '#contract/channels/broadcast-channels.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { WindowId } from '#contract/tabs/tab.ts';

/** The panes, of any windows, that were picked to share what is typed. One group at a time, written down nowhere. */
export interface BroadcastGroup {
  readonly members: () => readonly SessionId[];
  /** In place of those before. Fewer than two share nothing. */
  readonly pick: (sessions: readonly SessionId[]) => void;
  /** What a user gave to a pane of this window goes to the members in other windows; its own page gives it to its own. */
  readonly give: (window: WindowId, from: SessionId, input: UserInput) => void;
  readonly handleRemoved: (session: SessionId) => void;
  /** The window closes while its sessions are still on the desk: a group that it had part in ends, as nobody may notice. */
  readonly handleClosed: (window: WindowId) => void;
}

export interface BroadcastGroupOptions {
  readonly windowOf: (session: SessionId) => WindowId | null;
  readonly onChange: (members: readonly SessionId[]) => void;
  readonly deliver: (to: WindowId, sessions: readonly SessionId[], input: UserInput) => void;
}

export function createBroadcastGroup({ windowOf, onChange, deliver }: BroadcastGroupOptions): BroadcastGroup {
  let members: readonly SessionId[] = [];

  const pick = (sessions: readonly SessionId[]) => {
    const there = [...new Set(sessions)].filter((session) => windowOf(session) !== null);
    const next = there.length < 2 ? [] : there;
    if (next.length === 0 && members.length === 0) return;
    members = next;
    onChange(members);
  };

  return {
    members: () => members,
    pick,
    give: (window, from, input) => {
      if (!members.includes(from) || windowOf(from) !== window) return;
      for (const to of new Set(members.map(windowOf))) {
        if (to === null || to === window) continue;
        const there = members.filter((session) => windowOf(session) === to);
        deliver(to, there, input);
      }
    },
    handleRemoved: (session) => {
      if (members.includes(session)) pick(members.filter((other) => other !== session));
    },
    handleClosed: (window) => {
      if (members.some((session) => windowOf(session) === window)) pick([]);
    },
  };
}
