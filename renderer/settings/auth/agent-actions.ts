import type { Bridge } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import type { AgentReport } from '#contract/session/agent.ts';

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
