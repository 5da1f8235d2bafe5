import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireProgram } from '../../../lab/programs.ts';
import type { Attempt } from '../row.ts';
import { askPassScript, hostName, type Login, patienceMs, type Question, sum } from './login.ts';

/** OpenSSH's client, which reads nothing of the user's. */
export interface OpenSsh {
  /** Logs in, and has a command answered. */
  readonly attempt: (login: Login, question?: Question) => Promise<Attempt>;
  /** Starts it with further arguments and without a command. */
  readonly start: (login: Login, args: readonly string[]) => ChildProcess;
}

/** Answers its questions by a script in `folder`. */
export async function createOpenSsh(folder: string): Promise<OpenSsh> {
  const askPass = join(folder, 'askpass');
  await writeFile(askPass, askPassScript, { mode: 0o700 });
  const start = (login: Login, args: readonly string[]) =>
    spawn(requireProgram('ssh'), [...argumentsFor(login), '-p', String(login.port), ...args], {
      env: { ...environmentIn(folder), SSH_ASKPASS: askPass, SSH_ASKPASS_REQUIRE: 'force', ...login.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patienceMs,
    });
  const run = async (login: Login, { command, answer }: Question): Promise<Attempt> => {
    const child = start(login, [hostName, command]);
    let [output, errors] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    const [code] = await once(child, 'close');
    if (code === 0 && output.includes(answer)) return { kind: 'in', after: null };
    return { kind: 'out', says: errors.trim().split('\n').at(-1)?.trim() || `It ended with ${code}.` };
  };
  return {
    start,
    attempt: async (login, question = sum) => {
      const first = await run(login, question);
      const { concessions = [] } = login;
      if (first.kind === 'in' || concessions.length === 0) return first;
      const second = await run({ ...login, options: [...(login.options ?? []), ...concessions] }, question);
      return second.kind === 'in' ? { kind: 'in', after: wordsOf(concessions) } : first;
    },
  };
}

const wordsOf = ([first, ...others]: readonly string[]) =>
  others.length === 0 ? `-o ${first}` : `-o for each of ${others.length + 1} kinds of algorithms`;

/** Without an agent of the login's there is none. */
const environmentIn = (folder: string) => ({ PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8' });

/** What ssh must be told to keep to what the login names. */
export const optionsOf = ({ userName, knownHosts, keyFile, agentSocket, options = [] }: Login): readonly string[] => [
  ...options,
  `User=${userName}`,
  `UserKnownHostsFile=${knownHosts}`,
  'GlobalKnownHostsFile=/dev/null',
  'StrictHostKeyChecking=yes',
  `IdentityAgent=${agentSocket ?? 'none'}`,
  // A name of none would have it look for ~/.ssh/id_rsa and the others in the home folder of the account.
  ...(keyFile === undefined ? [`IdentityFile=${agentSocket === undefined ? '/dev/null' : 'none'}`] : []),
  ...(keyFile === undefined ? [] : [`IdentityFile=${keyFile}`, 'IdentitiesOnly=yes']),
];

const argumentsFor = (login: Login) => [
  '-F',
  login.configFile ?? 'none',
  ...optionsOf(login).flatMap((option) => ['-o', option]),
];
