import type { SessionSnapshot } from '#contract/session/session.ts';

/** Whether programs on the server may ask the user's agent: it has a mark, since it is a risk while it lasts. */
export const isAgentForwarded = ({ state, profile }: Pick<SessionSnapshot, 'state' | 'profile'>): boolean =>
  state.kind === 'open' && profile.agentForwarding !== 'off' && !profile.noShell;
