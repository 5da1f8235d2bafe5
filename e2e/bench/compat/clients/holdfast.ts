import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { createHostKeyPolicy } from '../../../../main/ssh/host-keys/known-hosts-policy.ts';
import { type Trial, tryTransport } from '../../../../main/ssh/testing/transport-trial.ts';
import type { Attempt } from '../row.ts';
import { answerTo, hostName, type Login, passphrase, password, patienceMs, type Question, sum } from './login.ts';

/** Starts a connection of Holdfast's own, without its window; its user answers what is asked. */
export function startHoldfast(login: Login, settings: Partial<Profile> = {}): Trial {
  const { port, userName, keyFile = '', agentSocket, knownHosts } = login;
  const hostKeys = createHostKeyPolicy({
    readFile: knownHosts,
    ownFile: `${knownHosts}.own`,
    homeDir: '/nowhere',
    onNotice: () => undefined,
  });
  return tryTransport({
    profile: { hostName, portNumber: port, userName, keyFile, ...login.settings, ...settings },
    dependencies: {
      hostKeys,
      findAgents: async () => (agentSocket === undefined ? [] : [agentSocket]),
      ...login.dependencies,
    },
    answer,
  });
}

/** Logs in, and has a command answered. */
export async function tryHoldfast(login: Login, { command, answer: expected }: Question = sum): Promise<Attempt> {
  const trial = startHoldfast(login, { remoteCommand: command });
  const limit = setTimeout(trial.transport.close, patienceMs);
  const cause = await trial.ended();
  clearTimeout(limit);
  if ('failure' in cause) return { kind: 'out', says: cause.failure.message };
  if (cause.kind === 'disconnected') return { kind: 'out', says: `Nothing for ${patienceMs / 1000} s.` };
  if (!trial.output().includes(expected)) return { kind: 'out', says: 'The command was not answered.' };
  return { kind: 'in', after: wasWarned(trial) ? 'a warning' : null };
}

const wasWarned = ({ prompts }: Trial) => prompts.some(({ kind }) => kind === 'weak-algorithms');

/** An unknown host key is refused: all are known. */
function answer(prompt: Prompt): PromptAnswer {
  switch (prompt.kind) {
    case 'passphrase':
      return { kind: 'text', text: passphrase };
    case 'password':
      return { kind: 'text', text: password };
    case 'keyboard-interactive':
      return { kind: 'texts', texts: prompt.questions.map(({ text }) => answerTo(text)) };
    case 'weak-algorithms':
      return { kind: 'accept-once' };
    default:
      return { kind: 'cancel' };
  }
}
