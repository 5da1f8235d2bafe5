import type { Sshd } from '../../../lab/sshd.ts';
import { loopback } from '../../../lab/tcp.ts';
import { openDesk } from '../desk/desk.ts';
import type { Player, Players } from '../player/players.ts';
import type { Page } from './page.ts';
import { runWindow, type WindowOptions } from './run-window.ts';
import type { Terminal } from './terminal.ts';

export interface HoldfastTerminal extends Terminal {
  readonly page: Page;
  readonly pid: number;
  /** Opens one more tab in front, with a session to the same server. */
  readonly openTab: () => Promise<Player>;
}

/** A command line that asks nothing. */
export const holdfastWords = ({ port, userName, clientKey, hostKey }: Sshd): readonly string[] => [
  ...['-P', String(port), '-i', clientKey, '-hostkey', hostKey.fingerprint],
  `${userName}@${loopback}`,
];

/** The program as it is built, with a session from its command line. */
export async function startHoldfast(
  players: Players,
  options: Pick<WindowOptions, 'main' | 'nodeFlags'> = {},
): Promise<HoldfastTerminal> {
  const desk = await openDesk();
  const words = holdfastWords(players.sshd);
  const arrived = players.next();
  arrived.catch(() => undefined); // it is waited for after the page, which may fail first
  const window = runWindow({ ...options, env: desk.env, args: words });
  const stop = async () => {
    await window.stop();
    await desk.stop();
  };
  try {
    const page = await window.page();
    const player = await arrived;
    return {
      desk,
      player,
      page,
      pid: window.pid,
      openTab: async () => {
        const next = players.next();
        // A second start hands its command line to the program that runs.
        const second = runWindow({ env: desk.env, args: words, userDataDir: window.userDataDir });
        const opened = await next;
        await second.stop();
        return opened;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
