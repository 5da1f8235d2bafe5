import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, loopback } from '../../lab/tcp.ts';
import { textOf } from '../speed/files/texts.ts';
import { startPlayers } from '../speed/player/players.ts';
import { startHoldfast } from '../speed/terminals/holdfast.ts';
import { openPage, type Page } from '../speed/terminals/page.ts';
import { busiest, type CpuProfile } from './cpu-profile.ts';
import type { Profiles } from './report.ts';
import { createPlaces } from './source-places.ts';

export interface ProfileRequest {
  /** The bundles of the program, with their maps. */
  readonly bundles: string;
  readonly root: string;
  readonly megabytes: number;
  readonly signal: AbortSignal;
}

const megabyte = 1_000_000;

/** Finer than V8's 1 ms, microseconds. */
const samplingInterval = 250;

/** Runs output from sshd to the screen, after some that warms up, and profiles main and the window meanwhile. */
export async function profileOutput({ bundles, root, megabytes, signal }: ProfileRequest): Promise<Profiles> {
  const players = await startPlayers(signal);
  try {
    const file = join(players.sshd.folder, 'colours.log');
    await writeFile(file, textOf('colours', megabytes * megabyte));
    const port = await freePort();
    const nodeFlags = [`--inspect=${loopback}:${port}`];
    const holdfast = await startHoldfast(players, { main: join(bundles, 'main', 'index.js'), nodeFlags });
    try {
      const main = await openPage(`http://${loopback}:${port}`, 'node');
      const play = () => holdfast.player.order({ kind: 'play', file }, 'played');
      await play();
      for (const target of [main, holdfast.page]) await startProfile(target);
      await play();
      const [ofMain, ofWindow] = await Promise.all([main, holdfast.page].map(stopProfile));
      main.close();
      if (ofMain === undefined || ofWindow === undefined) throw new Error('There is no profile.');
      const placeOf = createPlaces(root, (url) => join(bundles, 'renderer', 'assets', url.split('/').at(-1) ?? ''));
      return { megabytes, main: busiest(ofMain, placeOf), window: busiest(ofWindow, placeOf) };
    } finally {
      await holdfast.stop();
    }
  } finally {
    await players.stop();
  }
}

async function startProfile(target: Page): Promise<void> {
  await target.send('Profiler.enable');
  await target.send('Profiler.setSamplingInterval', { interval: samplingInterval });
  await target.send('Profiler.start');
}

const stopProfile = async (target: Page) => (await target.send<{ profile: CpuProfile }>('Profiler.stop')).profile;
