import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Player, Players } from '../player/players.ts';
import { sshWords } from './peers.ts';

/** Asks for the cursor, and where it says to be. */
const question = '\u001b[6n';
const answer = '\u001b[1;1R';

/** `ssh` whose output is thrown away as soon as it is there: no terminal can be faster. */
export async function startPipe(players: Players): Promise<{ player: Player; stop: () => Promise<void> }> {
  const arriving = players.next();
  const [program = '', ...args] = sshWords(players.sshd);
  const ssh = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(ssh, 'exit');
  let end = '';
  ssh.stdout.on('data', (bytes: Buffer) => {
    end = (end + bytes.toString('latin1', Math.max(0, bytes.length - question.length))).slice(-question.length);
    if (end === question) ssh.stdin.write(answer);
  });
  const stop = async () => {
    ssh.kill();
    await ended;
  };
  try {
    return { player: await arriving, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
