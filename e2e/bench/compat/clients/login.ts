import type { Profile } from '#contract/profile/profile.ts';
import type { SshDependencies } from '../../../../main/ssh/dependencies.ts';
import { loopback } from '../../../lab/tcp.ts';

/** Of every encrypted key of the lab. */
export const passphrase = 'a phrase of the lab';
/** Of the user's account at servers that take one. */
export const password = 'sesame, open';
/** What a guest is asked for; see the lab's accounts. */
const mailAddress = 'ada@lab.test';

/** What a user of either program answers to a question of the server's. */
export const answerTo = (question: string): string => (/e-mail/.test(question) ? mailAddress : password);

/** A shell script that answers ssh's questions in the same way, as SSH_ASKPASS. */
export const askPassScript = `#!/bin/sh
case "$1" in
  *e-mail*) echo '${mailAddress}' ;;
  *passphrase*) echo '${passphrase}' ;;
  *) echo '${password}' ;;
esac
`;

/** One login, for both programs. */
export interface Login {
  readonly port: number;
  readonly userName: string;
  /** A file with the host's keys. */
  readonly knownHosts: string;
  readonly keyFile?: string;
  readonly agentSocket?: string;
  /** More of Holdfast's settings. */
  readonly settings?: Partial<Profile>;
  readonly dependencies?: Partial<SshDependencies>;
  /** More of ssh's options, as `Keyword=value`. */
  readonly options?: readonly string[];
  /** Options without which ssh may refuse what the server has; tried if it fails without. */
  readonly concessions?: readonly string[];
  /** An ssh_config that ssh reads; none if there is none. */
  readonly configFile?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** A command of the session, and what only its output holds, not the echo of the command. */
export interface Question {
  readonly command: string;
  readonly answer: string;
}

export const sum: Question = { command: 'echo sum=$((40+2))', answer: 'sum=42' };

/** Nothing but a key: else a server that takes a password too would hide that it did not take the key. */
export const keysAlone = {
  settings: { tryPassword: false, tryKeyboardInteractive: false },
  options: ['PreferredAuthentications=publickey'],
} as const satisfies Partial<Login>;

export const hostName = loopback;

/** One login at most, on a busy machine. ms */
export const patienceMs = 60_000;
