import ssh2, {
  type BaseAgent,
  type OpenSSHAgent,
  type ParsedKey,
  type SignCallback,
  type SigningRequestOptions,
} from 'ssh2';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';

/**
 * Where the agent is: `SSH_AUTH_SOCK`, or on Windows the pipe of OpenSSH's agent. Null: there is none. Pageant is not
 * asked: ssh2 would start a helper program for it, which has a reported memory fault.
 */
export function agentSocketOf(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string | null {
  if (platform === 'win32') return String.raw`\\.\pipe\openssh-ssh-agent`;
  return environment.SSH_AUTH_SOCK || null;
}

/** The keys that the agent holds, without those of kinds that ssh2 does not know. */
export function agentKeys(socketPath: string): Promise<Result<readonly ParsedKey[]>> {
  return new Promise((resolve) => {
    new ssh2.OpenSSHAgent(socketPath).getIdentities((error, keys) => {
      // ssh2's types allow for agents that give raw keys; its own gives parsed ones.
      resolve(error || keys === undefined ? failed(noAgent) : success(keys as ParsedKey[]));
    });
  });
}

const noAgent: Failure = {
  code: 'key-unusable',
  message: 'The agent could not be reached.',
  retryable: true,
  field: 'tryAgent',
};

/**
 * An agent that seems to hold one key. ssh2 goes through all keys of an agent by itself and tells nobody; with one at a
 * time each is seen in the log, and partial success is not lost.
 */
export function oneKeyAgent(socketPath: string, key: ParsedKey): BaseAgent<ParsedKey> {
  return new OneKeyAgent(new ssh2.OpenSSHAgent(socketPath), key);
}

class OneKeyAgent extends ssh2.BaseAgent<ParsedKey> {
  readonly #agent: OpenSSHAgent;
  readonly #key: ParsedKey;

  constructor(agent: OpenSSHAgent, key: ParsedKey) {
    super();
    this.#agent = agent;
    this.#key = key;
  }

  override getIdentities(callback: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    callback(undefined, [this.#key]);
  }

  override sign(key: ParsedKey, data: Buffer, options: SigningRequestOptions | SignCallback, callback?: SignCallback) {
    if (typeof options === 'function') this.#agent.sign(key, data, options);
    else this.#agent.sign(key, data, options, callback);
  }
}
