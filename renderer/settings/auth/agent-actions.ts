import type { AgentReport } from '#contract/agent.ts';
import type { Bridge } from '#contract/channels.ts';
import type { Result } from '#contract/failure.ts';

/** What the dialog's owner knows of agents, and does about passphrases. */
export interface AgentActions {
  /** Asks the agents that "Agent socket" leads to. */
  readonly list: (agentSocket: string) => Promise<Result<AgentReport>>;
  readonly forgetPassphrases: () => Promise<unknown>;
}

export const agentActionsOf = (bridge: Bridge): AgentActions => ({
  list: (agentSocket) => bridge.request('agent.list', { agentSocket }),
  forgetPassphrases: () => bridge.request('agent.forget-passphrases', {}),
});
