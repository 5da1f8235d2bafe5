import { success } from '#contract/failure.ts';
import type { AgentReport } from '#contract/session/agent.ts';
import type { RequestHandlers } from './router.ts';

type AgentRequests = Pick<RequestHandlers, 'agent.list' | 'agent.forget-passphrases'>;

export interface AgentParts {
  /** For what "Agent socket" says. */
  readonly listAgents: (agentSocket: string) => Promise<AgentReport['agents']>;
  readonly passphrases: { readonly count: () => number; readonly forget: () => void };
}

/** What the window may ask about the keys that agents hold, and the passphrases that are kept. */
export const agentRequests = ({ listAgents, passphrases }: AgentParts): AgentRequests => ({
  'agent.list': async ({ agentSocket }) =>
    success({ agents: await listAgents(agentSocket), keptPassphrases: passphrases.count() }),
  'agent.forget-passphrases': () => {
    passphrases.forget();
    return success(null);
  },
});
