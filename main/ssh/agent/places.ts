import { readdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { expandHome } from '#contract/files/home-folder.ts';

export interface AgentSurroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly homeDir: string;
  readonly userName: string;
  /** Names of the pipes that this Windows has; empty elsewhere. */
  readonly listPipes: () => Promise<readonly string[]>;
}

/** Sockets or pipes at which agents may be reached, for what the setting "Agent socket" says. */
export type FindAgents = (setting: string) => Promise<readonly string[]>;

const opensshPipe = String.raw`\\.\pipe\openssh-ssh-agent`;
const pipeFolder = String.raw`\\.\pipe\ `.trimEnd();

/**
 * As ssh_config's IdentityAgent: a path, `none`, `SSH_AUTH_SOCK`, or `$` and the name of another variable. Empty: the
 * system's own, which are `SSH_AUTH_SOCK`, or on Windows OpenSSH's pipe and Pageant's.
 */
export async function agentPlaces(setting: string, surroundings: AgentSurroundings): Promise<readonly string[]> {
  const { platform, environment, homeDir } = surroundings;
  const variable = (name: string) => [environment[name] ?? ''].filter((place) => place !== '');
  if (setting === 'none') return [];
  if (setting === 'SSH_AUTH_SOCK') return variable(setting);
  const [, name] = /^\$\{?(\w+)\}?$/.exec(setting) ?? [];
  if (name !== undefined) return variable(name);
  if (setting !== '') return [expandHome(setting, homeDir)];
  return platform === 'win32' ? [opensshPipe, ...(await pageantPipes(surroundings))] : variable('SSH_AUTH_SOCK');
}

/**
 * Pageant's pipe since PuTTY 0.76 is `pageant.<user>.<hash>`, whose hash needs a function of Windows that Node does not
 * have: so the pipes are listed.
 */
async function pageantPipes({ userName, listPipes }: AgentSurroundings): Promise<readonly string[]> {
  const start = `pageant.${userName}.`.toLowerCase();
  return (await listPipes()).filter((name) => name.toLowerCase().startsWith(start)).map((name) => pipeFolder + name);
}

/** The agents of this computer. */
export const findAgentsOn =
  (homeDir: string): FindAgents =>
  (setting) =>
    agentPlaces(setting, {
      platform: process.platform,
      environment: process.env,
      homeDir,
      userName: userInfo().username,
      listPipes: () => readdir(pipeFolder).catch(() => []),
    });
