import { type CheckAnswer, type DemoServer, startDemoServer } from '../../../lab/demo-server.ts';
import { startDropbear } from '../../../lab/dropbear.ts';
import { makeKeyPair } from '../../../lab/key-pair.ts';
import { type Sshd, startSshd } from '../../../lab/sshd.ts';
import type { ClientTarget } from '../clients/client.ts';
import type { Path } from './path.ts';

/** Which server a fault is about. */
export type ServerNeed =
  /** Lines of sshd_config. */
  | { readonly kind: 'sshd'; readonly config?: readonly string[] }
  | { readonly kind: 'scripted'; readonly checkAnswer: CheckAnswer }
  | { readonly kind: 'dropbear'; readonly args: readonly string[] };

/** A question put to a shell by typing a line, and what only its answer holds, not the echo of the line. */
export interface Question {
  readonly line: string;
  readonly answer: string;
}

export interface FaultServer {
  readonly login: Omit<ClientTarget, 'host' | 'port'>;
  readonly port: number;
  readonly question: (count: number) => Question;
  /** Null where the server is another. */
  readonly sshd: Sshd | null;
  readonly scripted: DemoServer | null;
  readonly stop: () => Promise<void>;
}

/** Questions that the scripted server knows: more than any fault asks. */
const scriptedQuestions = 200;

export async function startServer(need: ServerNeed, path: Path, folder: string): Promise<FaultServer> {
  switch (need.kind) {
    case 'sshd':
      return startOpenSshServer(need.config ?? [], path);
    case 'scripted':
      return startScripted(need.checkAnswer, folder);
    case 'dropbear': {
      const { port, stop, ...login } = await startDropbear(folder, need.args);
      return { login, port, question: shellQuestion, ...none, stop };
    }
  }
}

const none = { sshd: null, scripted: null } as const;

/** The shell calculates, so that the answer isn't in what was typed. */
const shellQuestion = (count: number): Question => ({ line: `echo is-$((${count}+0))-it`, answer: `is-${count}-it` });

async function startOpenSshServer(config: readonly string[], path: Path): Promise<FaultServer> {
  const sshd = await startSshd({ config, machine: path.machine });
  const login = { userName: sshd.userName, keyFile: sshd.clientKey, hostKeyLine: sshd.hostKey.publicLine };
  return { login, port: sshd.port, question: shellQuestion, ...none, sshd, stop: sshd.stop };
}

async function startScripted(checkAnswer: CheckAnswer, folder: string): Promise<FaultServer> {
  const counts = Array.from({ length: scriptedQuestions }, (_, count) => count);
  const answers = Object.fromEntries(counts.map((count) => [`ask${count}`, `answer-${count}-\r\n`]));
  const scripted = await startDemoServer({ checkAnswer, answers });
  const { file } = await makeKeyPair(folder, 'client-key');
  return {
    login: { userName: 'demo', keyFile: file, hostKeyLine: scripted.hostKeyLine },
    port: scripted.port,
    question: (count) => ({ line: `ask${count}`, answer: `answer-${count}-` }),
    ...none,
    scripted,
    stop: scripted.stop,
  };
}
