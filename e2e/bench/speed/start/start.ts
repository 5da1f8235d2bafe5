import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../../../scripts/build.ts';
import { type Sshd, startSshd } from '../../../lab/sshd.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import type { Measurement, MeasureRequest } from '../measurement.ts';
import { type Row, rowOf } from '../row.ts';
import { interleaved, median } from '../samples.ts';
import { holdfastWords } from '../terminals/holdfast.ts';
import { sshWords } from '../terminals/peers.ts';
import { runWindow, type WindowOptions } from '../terminals/run-window.ts';
import { bareMain, colourPage } from '../terminals/xterm-js.ts';
import { untilColour } from './until-colour.ts';

/** What Holdfast may take beyond window and login, ms. */
const allowedMs = 300;

/** In red, green and blue: on no window of Holdfast's. */
const promptColour = [0xd0, 0x00, 0xd0] as const;

const prompt = `\\[\\e[48;2;${promptColour.join(';')}m\\]    \\[\\e[m\\]$ `;

export const start: Measurement = {
  ids: [10],
  title: 'From the start to the first prompt',
  method: `Holdfast is started with a host on its command line, and the time counts at which a prompt of bash in a colour of its own is on the screen. *bare window*: the same browser, started the same way, with a page of that colour alone. *ssh*: from its start until the prompt has come. The goal is their sum and ${allowedMs} ms.`,
  needs: ['chromium', 'openssh-client', 'openssh-server', 'xvfb', 'xauth', 'xdotool'],
  wants: [],
  seconds: { full: 35, small: 35 },
  run: measure,
};

const ssh = 'ssh';
const bareWindow = 'bare window';

/** By the processor time of all its processes until the prompt is there, beside that of a bare window's. */
const bound =
  'By processor time, half of what it takes beyond a bare window is main, which loads its code before it opens one, and logs in while the browser starts on the same two cores. The other half is the page: its 2 MB of script, React and xterm.js most of all, are parsed and run, and the terminal is made and drawn.';

async function measure(request: MeasureRequest): Promise<readonly Row[]> {
  buildIfNeeded();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-start-'));
  const shell = join(folder, 'shell.sh');
  await writeFile(shell, `PS1='${prompt}'\nexport PS1\nexec bash --norc --noprofile -i\n`);
  const sshd = await startSshd({ config: [`ForceCommand /bin/sh ${shell}`] });
  const desk = await openDesk();
  try {
    const samples = await interleaved<string, number>(
      {
        holdfast: () => timeToColour(desk, { args: holdfastWords(sshd) }),
        [bareWindow]: () => timeToColour(desk, { main: bareMain, args: [colourPage] }),
        [ssh]: () => timeToPrompt(sshd),
      },
      request,
    );
    const { holdfast = [], ...peers } = samples;
    const goal = allowedMs + median(peers[bareWindow] ?? []) + median(peers[ssh] ?? []);
    return [
      rowOf({
        ...{ id: 10, measure: 'start to first prompt', unit: 'ms', holdfast, peers },
        goal: { is: 'at most', times: 1, of: { figure: goal } },
        bound,
      }),
    ];
  } finally {
    await desk.stop();
    await sshd.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** From the start of a program to the colour on the screen, ms. */
async function timeToColour(desk: Desk, options: Omit<WindowOptions, 'env'>): Promise<number> {
  const began = performance.now();
  const window = runWindow({ ...options, env: desk.env, isControlled: false });
  try {
    return (await untilColour(desk.screen, promptColour)) - began;
  } finally {
    await window.stop();
  }
}

/** From the start of `ssh` to the first of the prompt, ms. */
async function timeToPrompt(sshd: Sshd): Promise<number> {
  const [program = '', ...args] = sshWords(sshd);
  const began = performance.now();
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const ms = performance.now() - began;
  child.kill('SIGKILL');
  await ended;
  return ms;
}
