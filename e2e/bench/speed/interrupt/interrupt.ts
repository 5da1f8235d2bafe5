import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Box } from '../desk/frame-buffer.ts';
import { textOf } from '../files/texts.ts';
import type { Measurement, MeasureRequest } from '../measurement.ts';
import { type Goal, type Row, rowOf } from '../row.ts';
import { interleaved } from '../samples.ts';
import { startHoldfast } from '../terminals/holdfast.ts';
import type { PeerName } from '../terminals/peers.ts';
import { absentAmong, onStage } from '../terminals/stage.ts';
import type { Terminal } from '../terminals/terminal.ts';

const floodBytes = 4_000_000;
const peers: readonly PeerName[] = ['xterm', 'alacritty', 'kitty'];

/** By then all that lies between server and screen is full, ms. */
const floodMs = 1500;

/** A screen that has not changed for so long is still, ms: the slowest terminal draws more often than that. */
const stillMs = 800;

/** Between two looks, ms. */
const lookEveryMs = 3;

/** Cells in the middle of all terminals; each row of them crosses one of the lines that are read. */
const middle: Box = { x: 10, y: 80, width: 400, height: 200 };
const lineEvery = 8;

export const interrupt: Measurement = {
  ids: [6],
  title: 'From Ctrl+C to a still screen',
  method: `\`cat\` of the coloured log of row 2, again and again; Ctrl+C by XTEST after ${floodMs / 1000} s; the time of the last change of the screen counts, after which nothing changes for ${stillMs / 1000} s.`,
  needs: ['chromium', 'openssh-client', 'openssh-server', 'xvfb', 'xauth', 'xdotool'],
  wants: peers,
  seconds: { full: 95, small: 85 },
  run: measure,
};

const inFlight =
  'What the server has sent is still read, and drawn: up to 256 KB in SSH’s window and 128 KB on the way to the page, and the last frame.';

function measure(request: MeasureRequest): Promise<readonly Row[]> {
  return onStage(request, async (stage) => {
    const file = join(stage.players.sshd.folder, 'colours.log');
    await writeFile(file, textOf('colours', floodBytes));
    const holdfast = await stage.keep(startHoldfast(stage.players));
    const terminals = { holdfast, ...(await stage.peers(peers)) };
    const samples = await interleaved<string, number>(
      Object.fromEntries(
        Object.entries(terminals).map(([name, terminal]) => [name, () => timeToStill(terminal, file)]),
      ),
      request,
    );
    const { holdfast: own = [], ...others } = samples;
    const goals: readonly Goal[] = [
      { is: 'at most', times: 1.2, of: 'alacritty' },
      { is: 'at most', times: 1 / 15, of: 'xterm' },
    ];
    const absent = absentAmong(peers, request.whyAbsent);
    return goals.map((goal) =>
      rowOf({
        ...{ id: 6, measure: 'Ctrl+C to a still screen', unit: 'ms' },
        ...{ holdfast: own, peers: others, absent, goal, bound: inFlight },
      }),
    );
  });
}

async function timeToStill({ desk: { keyboard, screen }, player }: Terminal, file: string): Promise<number> {
  await player.order({ kind: 'flood', file }, 'flooding');
  await wait(floodMs);
  let ended = Number.POSITIVE_INFINITY;
  const resting = player.next('resting').then(() => {
    ended = performance.now();
  });
  // The bench is stopped: the loop ends, and `await` tells of it.
  resting.catch(() => {
    ended = performance.now();
  });
  const look = () => screen.read(middle, lineEvery);
  const pressed = keyboard.press('ctrl+c');
  let [picture, changed] = [look(), pressed];
  // Some terminals draw nothing at all for a while before they have read the key.
  while (performance.now() - Math.max(changed, ended) < stillMs) {
    await wait(lookEveryMs);
    const next = look();
    if (!next.equals(picture)) [picture, changed] = [next, performance.now()];
  }
  await resting;
  return changed - pressed;
}
