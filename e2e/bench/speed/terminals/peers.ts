import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { requireProgram } from '../../../lab/programs.ts';
import type { Sshd } from '../../../lab/sshd.ts';
import { loopback } from '../../../lab/tcp.ts';
import { openDesk } from '../desk/desk.ts';
import { type StartTerminal, size } from './terminal.ts';

const { columns, rows } = size;

/** The terminals beside Holdfast, as Debian has them and without anybody's configuration: options for a size, and a command. */
export const peerPrograms = {
  xterm: ['-geometry', `${columns}x${rows}`, '-e'],
  alacritty: [
    ...['--config-file', '/dev/null', '-o', `window.dimensions.columns=${columns}`],
    // Its socket would stay in the temporary folder, since the bench kills it.
    ...['-o', `window.dimensions.lines=${rows}`, '-o', 'ipc_socket=false', '-e'],
  ],
  kitty: [
    ...['--config', 'NONE', '-o', 'remember_window_size=no', '-o', `initial_window_width=${columns}c`],
    ...['-o', `initial_window_height=${rows}c`, '-o', 'update_check_interval=0'],
  ],
} as const satisfies Record<string, readonly string[]>;

export type PeerName = keyof typeof peerPrograms;

/** The words of an `ssh` to the lab's server that reads none of the user's files. */
export const sshWords = ({ clientKey, port, userName }: Sshd): readonly string[] => [
  ...[requireProgram('ssh'), '-tt', '-F', 'none', '-i', clientKey, '-p', String(port), '-o', 'IdentitiesOnly=yes'],
  ...['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR'],
  `${userName}@${loopback}`,
];

/** `ssh` in a real terminal. */
export const startPeer =
  (name: PeerName): StartTerminal =>
  async (players) => {
    const desk = await openDesk();
    const arrived = players.next();
    // Without a GPU Mesa draws in software; it would ask for one otherwise, and say so.
    const env = { ...desk.env, LIBGL_ALWAYS_SOFTWARE: '1', TERM: 'xterm-256color' };
    const args = [...peerPrograms[name], ...sshWords(players.sshd)];
    const terminal = spawn(requireProgram(name), args, { env, stdio: 'ignore' });
    const ended = once(terminal, 'exit');
    const stop = async () => {
      terminal.kill('SIGKILL');
      await ended;
      await desk.stop();
    };
    try {
      const gone = ended.then(() => Promise.reject(new Error(`${name} has ended.`)));
      const player = await Promise.race([arrived, gone]);
      return { desk, player, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  };
