import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TextKind, textKinds, textOf } from '../files/texts.ts';
import type { Measurement, MeasureRequest } from '../measurement.ts';
import { type Goal, type Row, rowOf } from '../row.ts';
import { interleaved } from '../samples.ts';
import { type HoldfastTerminal, startHoldfast } from '../terminals/holdfast.ts';
import type { PeerName } from '../terminals/peers.ts';
import { startPipe } from '../terminals/pipe.ts';
import { absentAmong, onStage } from '../terminals/stage.ts';
import type { Terminal } from '../terminals/terminal.ts';
import { startXtermJs } from '../terminals/xterm-js.ts';
import { countFrames } from './frames.ts';

const megabyte = 1_000_000;
const megabytes = { full: 8, small: 1 } as const;

const peers: readonly PeerName[] = ['xterm', 'alacritty', 'kitty'];
const alone = 'xterm.js alone';
const aloneByWebgl = 'xterm.js alone, by WebGL';
const noTerminal = 'ssh to a pipe';

export const output: Measurement = {
  ids: [2, 3],
  title: 'Output, from ssh to the screen',
  method: `\`cat\` of a file of ${megabytes.full} MB on the lab's sshd, to a terminal of 80 × 24 cells, until the terminal has answered a query that follows it. The files are made from a fixed seed: lines of a log, plain; with another colour for nearly each word; with Chinese words. xterm, alacritty and kitty run \`ssh\`, each on an X server of its own as Holdfast's window does, and without a GPU. *xterm.js alone* is in a window of the same browser, given the same bytes from memory, with the renderer that Holdfast chooses on this machine, and by WebGL. *ssh to a pipe* has no terminal at all: what the server's pty and sshd deliver. Frames: those that Holdfast's page drew meanwhile, by requestAnimationFrame. ttyd isn't among Debian 12's packages.`,
  needs: ['chromium', 'openssh-client', 'openssh-server', 'xvfb', 'xauth', 'xdotool'],
  wants: peers,
  seconds: { full: 130, small: 60 },
  run: measure,
};

/** Of one file by one terminal. */
interface Sample {
  /** MB/s. */
  readonly rate: number;
  /** For each second; only Holdfast's are counted. */
  readonly frames: number;
}

function measure(request: MeasureRequest): Promise<readonly Row[]> {
  return onStage(request, async (stage) => {
    const bytes = megabyte * (request.small ? megabytes.small : megabytes.full);
    const holdfast = await stage.keep(startHoldfast(stage.players));
    const limit = await stage.keep(startXtermJs('chosen'));
    const webgl = await stage.keep(startXtermJs('webgl'));
    const pipe = await stage.keep(startPipe(stage.players));
    const others = Object.entries(await stage.peers(peers));
    const rows: Row[] = [];
    for (const [index, kind] of textKinds.entries()) {
      const file = join(stage.players.sshd.folder, `${kind}.log`);
      await writeFile(file, textOf(kind, bytes));
      const rate = (ms: number): Sample => ({ rate: bytes / ms / 1000, frames: Number.NaN });
      const samples = await interleaved<string, Sample>(
        {
          holdfast: () => playInHoldfast(holdfast, file, rate),
          [alone]: async () => rate(await limit.play(file)),
          [aloneByWebgl]: async () => rate(await webgl.play(file)),
          [noTerminal]: async () => rate(await play(pipe, file)),
          ...Object.fromEntries(others.map(([name, terminal]) => [name, async () => rate(await play(terminal, file))])),
        },
        {
          ...request,
          onProgress: (share, text) => request.onProgress((index + share) / textKinds.length, `${kind}, ${text}`),
        },
      );
      rows.push(...rowsOf(kind, samples, absentAmong(peers, request.whyAbsent)));
    }
    return rows;
  });
}

const play = async ({ player }: Pick<Terminal, 'player'>, file: string) =>
  (await player.order({ kind: 'play', file }, 'played')).ms;

async function playInHoldfast(holdfast: HoldfastTerminal, file: string, rate: (ms: number) => Sample): Promise<Sample> {
  const endCount = await countFrames(holdfast.page);
  const sample = rate(await play(holdfast, file));
  return { ...sample, frames: await endCount() };
}

const names: Readonly<Record<TextKind, string>> = {
  plain: 'plain log',
  colours: 'coloured log',
  wide: 'log in Chinese',
};

const shared =
  'Both cores are full, and the page’s own thread, which parses and lays out, most of all. Of a coloured log, a third of ' +
  'the processor goes to frames: style, layout, paint, raster and composition of all rows, 60 times a second; two fifths ' +
  'bring the bytes: the server’s pty, sshd, ssh2 and what lies between processes; the rest is xterm.js’ parser.';

/** Each with what bounds it where it is not reached. */
const goals: readonly { readonly goal: Goal; readonly bound: string }[] = [
  {
    goal: { is: 'at least', times: 0.9, of: alone },
    bound: `What xterm.js alone finds in memory comes by a pty and sshd here: *${noTerminal}* says how fast without any terminal. xterm.js alone also has both cores for itself, and draws fewer frames for each MB. ${shared}`,
  },
  {
    goal: { is: 'at least', times: 4, of: 'xterm' },
    bound: `xterm draws next to nothing of plain text that runs by (its jump scroll). ${shared}`,
  },
  { goal: { is: 'at least', times: 0.75, of: 'alacritty' }, bound: shared },
  { goal: { is: 'at least', times: 0.75, of: 'kitty' }, bound: shared },
];

/** Enough that text which runs by is smooth. */
const framesGoal: Goal = { is: 'at least', times: 1, of: { figure: 50 } };

function rowsOf(
  kind: TextKind,
  samples: Readonly<Record<string, readonly Sample[]>>,
  absent: Row['absent'],
): readonly Row[] {
  const { holdfast = [], ...others } = samples;
  const rates = (of: readonly Sample[]) => of.map(({ rate }) => rate);
  const measured = {
    holdfast: rates(holdfast),
    peers: Object.fromEntries(Object.entries(others).map(([name, of]) => [name, rates(of)])),
    absent,
  };
  return [
    ...goals.map((goal) =>
      rowOf({ id: 2, measure: `ssh to screen, ${names[kind]}`, unit: 'MB/s', ...measured, ...goal }),
    ),
    rowOf({
      id: 3,
      measure: `frames kept during it, ${names[kind]}`,
      unit: 'frames/s',
      holdfast: holdfast.map(({ frames }) => frames),
      goal: framesGoal,
    }),
  ];
}
