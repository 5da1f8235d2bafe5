import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientName, type ClientSettings, type ClientStart, type FaultClient, isOpen } from '../clients/client.ts';
import { startHoldfast } from '../clients/holdfast.ts';
import { startOpenSsh } from '../clients/openssh.ts';
import { startPlink } from '../clients/plink.ts';
import { createFakeTime } from './fake-time.ts';
import { type PathNeed, startPath } from './path.ts';
import { type Scene, stageOf } from './scene.ts';
import { type ServerNeed, startServer } from './server.ts';

/** What a fault takes place in. */
export interface SceneNeed {
  readonly path: PathNeed;
  readonly server: ServerNeed;
  readonly settings: ClientSettings;
  /** The clients' wall clocks can be set. */
  readonly fakeTime: boolean;
}

/** From the start of a client to its first answer, at most; a busy machine starts three at once. Seconds. */
const startSeconds = 60;

/** Far more often than any limit of the lab, ms. */
const busyEvery = 1000;

/** Starts everything and resolves when each client's session has answered a line. Throws if one does not. */
export async function openScene(need: SceneNeed, hasNat: boolean): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-faults-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const path = await startPath(need.path, hasNat);
    undo.push(path.stop);
    const server = await startServer(need.server, path, folder);
    undo.push(server.stop);
    const fakeTime = need.fakeTime ? await createFakeTime(folder) : null;
    const target = { ...server.login, ...(await path.reach(server.port)) };
    const start = async (name: ClientName, startClient: (start: ClientStart) => Promise<FaultClient>) => {
      const own = join(folder, name);
      await mkdir(own);
      const client = await startClient({
        target,
        settings: need.settings,
        folder: own,
        environment: { ...environment(), ...fakeTime?.environment },
        spawn: path.clientSpawn,
      });
      undo.push(client.stop);
      return client;
    };
    const holdfast = await start('holdfast', startHoldfast);
    const others = [await start('ssh', startOpenSsh), await start('plink', startPlink)];
    const scene = stageOf({ path, server, clients: [holdfast, ...others], holdfast, fakeTime, stop });
    const isDecided = (client: FaultClient) => isOpen(client) || client.cause() !== null;
    // A forgetful router would forget the first to be open before the last is.
    const busy = setInterval(() => {
      for (const client of scene.clients.filter(isOpen)) client.type('\r');
    }, busyEvery);
    await scene.until(() => scene.clients.every(isDecided), startSeconds);
    clearInterval(busy);
    const closed = scene.clients.filter((client) => !isOpen(client));
    if (closed.length > 0) throw new Error(closed.map(whyNot).join(' '));
    await scene.settle();
    return scene;
  } catch (error) {
    await stop();
    throw error;
  }
}

const whyNot = ({ name, cause }: FaultClient) => `${name} did not come up: ${cause()?.says ?? 'it did not say why'}.`;

/** Nothing of the user's: no agent, no display. */
const environment = () => ({ PATH: process.env.PATH ?? '', TERM: 'xterm', LANG: 'C.UTF-8' });
