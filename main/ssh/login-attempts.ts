import type { AnyAuthMethod, ParsedKey } from 'ssh2';
import { failed, type Result, success } from '#contract/failure.ts';
import { agentKeys, oneKeyAgent } from './agent.ts';
import { fingerprintOf } from './host-keys/fingerprint.ts';
import { loadKeyFile } from './key-file.ts';
import { createQuestions } from './keyboard-interactive.ts';
import { type LoginContext, loginCancelled } from './login-context.ts';

/** As OpenSSH's NumberOfPasswordPrompts. sshd counts all refusals, keys included, and hangs up at 6 (MaxAuthTries). */
const maxTries = 3;

/** One request to be let in; `label` completes "Trying …". */
export interface Attempt {
  readonly label: string;
  readonly request: AnyAuthMethod;
}

/** What one way has to try, one after the other. A failure `cancelled` ends the login, others end this way alone. */
export type Attempts = AsyncGenerator<Result<Attempt>, void>;

/** Every key of the agent. */
export async function* agentAttempts({ user, onLog }: LoginContext, socketPath: string): Attempts {
  const keys = await agentKeys(socketPath);
  if (!keys.ok) {
    onLog(keys.failure.message);
    return;
  }
  onLog(`The agent holds ${keys.value.length} usable ${keys.value.length === 1 ? 'key' : 'keys'}.`);
  for (const key of keys.value) {
    const agent = oneKeyAgent(socketPath, key);
    yield success({ label: `the agent's key ${nameOf(key)}`, request: { type: 'agent', username: user, agent } });
  }
}

/** The key file, once it could be opened. */
export async function* keyFileAttempts({ user, ask }: LoginContext, file: string, homeDir: string): Attempts {
  const key = await loadKeyFile({ file, homeDir, ask });
  if (!key.ok) yield key;
  else {
    const request = { type: 'publickey', username: user, key: key.value } as const;
    yield success({ label: `the key file ${file}, ${nameOf(key.value)}`, request });
  }
}

/** Rounds of questions, again if they end in a refusal; not again if the server had nothing to ask. */
export async function* interactiveAttempts(context: LoginContext): Attempts {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const questions = createQuestions(context);
    const request = { type: 'keyboard-interactive', username: context.user, prompt: questions.prompt } as const;
    yield success({ label: 'keyboard-interactive', request });
    if (questions.asked() === 0) return;
  }
}

export async function* passwordAttempts({ user, host, ask, banner }: LoginContext): Attempts {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const answer = await ask({ kind: 'password', user, host, banner: banner(), retry: attempt > 0 });
    if (answer.kind !== 'text') {
      yield failed(loginCancelled('password'));
      return;
    }
    yield success({ label: 'password', request: { type: 'password', username: user, password: answer.text } });
  }
}

/** Type and fingerprint, as `ssh-add -l` prints them. */
const nameOf = (key: ParsedKey): string => `${key.type} ${fingerprintOf(key.getPublicSSH())}`;
