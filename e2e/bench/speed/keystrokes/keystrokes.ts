import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Box } from '../desk/frame-buffer.ts';
import { textOf } from '../files/texts.ts';
import type { Measurement, MeasureRequest } from '../measurement.ts';
import type { Player } from '../player/players.ts';
import type { Row } from '../row.ts';
import { interleaved } from '../samples.ts';
import { type HoldfastTerminal, startHoldfast } from '../terminals/holdfast.ts';
import type { PeerName } from '../terminals/peers.ts';
import { absentAmong, onStage } from '../terminals/stage.ts';
import type { Terminal } from '../terminals/terminal.ts';
import { findKeyCell, keyTimes } from './key-times.ts';
import { keystrokeRows, otherTab, sameTab } from './keystroke-rows.ts';

const keys = { full: 40, small: 10 } as const;

const peers: readonly PeerName[] = ['xterm', 'alacritty', 'kitty'];
const floodBytes = 4_000_000;

/** A flood has filled by then all that lies between server and screen, ms. */
const floodMs = 700;

export const keystrokes: Measurement = {
  ids: [4, 5],
  title: 'From a key to its pixels',
  method: `A key is pressed by XTEST; the program in the session prints it at one place; the time counts at which pixels change there, read from Xvfb's frame buffer every 0.25 ms. ${keys.full} keys in each run, 30 to 70 ms after one another. Flood: the plain log of row 2, again and again, in a tab behind the one with the keys, or in the other lines of the same tab.`,
  needs: ['chromium', 'openssh-client', 'openssh-server', 'xvfb', 'xauth', 'xdotool'],
  wants: peers,
  seconds: { full: 120, small: 60 },
  run: measure,
};

function measure(request: MeasureRequest): Promise<readonly Row[]> {
  return onStage(request, async (stage) => {
    const count = request.small ? keys.small : keys.full;
    const file = join(stage.players.sshd.folder, 'plain.log');
    await writeFile(file, textOf('plain', floodBytes));
    const holdfast = await stage.keep(startHoldfast(stage.players));
    const tabs = { behind: holdfast.player, front: await holdfast.openTab() };
    const others = Object.entries(await stage.peers(peers));
    const timesOf = async (terminal: Terminal) => {
      await terminal.player.order({ kind: 'echo' }, 'echoing');
      const cell = await findKeyCell(terminal);
      return () => keyTimes(terminal, cell, count);
    };
    const front = { ...holdfast, player: tabs.front };
    await tabs.front.order({ kind: 'echo' }, 'echoing');
    const cell = await findKeyCell(front);
    const contestants: Record<string, () => Promise<readonly number[]>> = {
      holdfast: () => keyTimes(front, cell, count),
    };
    for (const [name, terminal] of others) contestants[name] = await timesOf(terminal);
    const samples = await interleaved<string, readonly number[]>(
      {
        ...contestants,
        [otherTab]: () => inFlood(tabs.behind, { kind: 'flood', file }, () => keyTimes(front, cell, count)),
        [sameTab]: () => inSameTab(front, file, cell, count),
      },
      request,
    );
    return keystrokeRows(samples, absentAmong(peers, request.whyAbsent));
  });
}

async function inFlood<T>(
  player: Player,
  order: { readonly kind: 'flood'; readonly file: string },
  act: () => Promise<T>,
): Promise<T> {
  await player.order(order, 'flooding');
  await wait(floodMs);
  const result = await act();
  await player.order({ kind: 'rest' }, 'resting');
  return result;
}

async function inSameTab(
  terminal: Pick<HoldfastTerminal, 'desk' | 'player'>,
  file: string,
  cell: Box,
  count: number,
): Promise<readonly number[]> {
  const { player } = terminal;
  await player.order({ kind: 'echo-in-flood', file }, 'echoing');
  await wait(floodMs);
  const times = await keyTimes(terminal, cell, count);
  await player.order({ kind: 'rest' }, 'resting');
  await player.order({ kind: 'echo' }, 'echoing');
  await wait(floodMs);
  return times;
}
