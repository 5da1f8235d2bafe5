import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sshWords } from '../terminals/peers.ts';
import { startPlayers } from './players.ts';
import { lineReader } from './protocol.ts';

it('reads lines of JSON from pieces', () => {
  const read: unknown[] = [];
  const take = lineReader((message) => read.push(message));
  for (const piece of ['{"a"', ':1}\n{"b":2}', '\n{"c"']) take(piece);
  expect(read).toEqual([{ a: 1 }, { b: 2 }]);
});

it('plays, floods until it is told, and echoes keys in a session', { timeout: 60_000 }, async () => {
  const players = await startPlayers(new AbortController().signal);
  onTestFinished(players.stop);
  const [program = '', ...args] = sshWords(players.sshd);
  const arriving = players.next();
  const ssh = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(ssh, 'exit');
  onTestFinished(async () => {
    ssh.kill();
    await ended;
  });
  let shown = '';
  ssh.stdout.setEncoding('latin1').on('data', (text: string) => {
    shown = (shown + text).slice(-100_000);
    if (text.includes('\u001b[6n')) ssh.stdin.write('\u001b[1;1R');
  });
  const player = await arriving;

  const file = join(players.sshd.folder, 'file');
  await writeFile(file, 'what it says\n');
  const { ms } = await player.order({ kind: 'play', file }, 'played');
  expect(ms).toBeGreaterThan(0);
  expect(shown).toContain('what it says');

  await player.order({ kind: 'flood', file }, 'flooding');
  await player.order({ kind: 'rest' }, 'resting');
  await player.order({ kind: 'flood', file }, 'flooding');
  const stopped = player.next('resting');
  ssh.stdin.write('\u0003');
  await stopped;

  await player.order({ kind: 'echo' }, 'echoing');
  ssh.stdin.write('m');
  await expect.poll(() => shown).toContain('\u001b[2;5Hm');
});
