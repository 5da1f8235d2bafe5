import { t } from '#contract/language/language.ts';
import type { AgentReport } from '#contract/session/agent.ts';

/** Sentences about the agents: those that answer and hold keys need none. */
export function agentWords({ agents }: AgentReport): readonly string[] {
  if (agents.length === 0) return [t('There is no agent: neither these settings nor the system name one.')];
  const answering = agents.filter(({ keys }) => keys !== null);
  // Windows has the places of two agents, and mostly one of them.
  if (answering.length === 0) return agents.map(({ place }) => t('No agent answers at {place}.', { place }));
  return answering
    .filter(({ keys }) => keys?.length === 0)
    .map(({ place }) => t('The agent at {place} holds no keys, or is locked.', { place }));
}
