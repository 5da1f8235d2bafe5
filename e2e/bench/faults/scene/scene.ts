import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type ClientName,
  type ClientSettings,
  type ClientStart,
  type FaultClient,
  isOpen,
  monotonicMs,
} from '../clients/client.ts';
import { startHoldfast } from '../clients/holdfast.ts';
import { startOpenSsh } from '../clients/openssh.ts';
import { startPlink } from '../clients/plink.ts';
import { createFakeTime, type FakeTime } from './fake-time.ts';
import { type Path, type PathNeed, startPath } from './path.ts';
import { type FaultServer, type ServerNeed, startServer } from './server.ts';

/** What a fault takes place in. */
export interface SceneNeed {
  readonly path: PathNeed;
  readonly server: ServerNeed;
  readonly settings: ClientSettings;
  /** The clients' wall clocks can be set. */
  readonly fakeTime: boolean;
}

/** Times of a run, of monotonicMs; null while it did not happen. */
export interface Moments {
  readonly faultAt: number | null;
  /** The fault is over, and a session could go on. */
  readonly clearedAt: number | null;
  /** When the last line asked was answered. */
  readonly answeredAt: ReadonlyMap<ClientName, number | null>;
}

/** A server, the way to it, and all clients with a session open on it. */
export interface Scene {
  readonly path: Path;
  readonly server: FaultServer;
  readonly clients: readonly FaultClient[];
  readonly holdfast: FaultClient;
  readonly fakeTime: FakeTime | null;
  readonly moments: () => Moments;
  /** The fault begins, or ends, now. */
  readonly markFault: () => void;
  readonly markCleared: () => void;
  readonly typeToAll: (text: string) => void;
  /** Asks until all answer in the same moment: the silence that follows begins for all together. */
  readonly settle: () => Promise<void>;
  /** Asks all at once, and again where a session opens anew; waits until all that can have answered. */
  readonly ask: (withinSeconds: number) => Promise<void>;
  /** Waits until each of these has told its user that something is wrong, or the time is over. */
  readonly untilNoticed: (names: readonly ClientName[], withinSeconds: number) => Promise<void>;
  readonly until: (isReached: () => boolean, withinSeconds: number) => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** Between two looks, ms: far below the tenth of a second that is reported. */
const lookEvery = 20;

/** A small part of the half second by which clients are compared, ms. */
const sameMoment = 100;

/** From the start of a client to its first answer, at most; a busy machine starts three at once. Seconds. */
const startSeconds = 60;

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
    const scene = stage({ path, server, clients: [holdfast, ...others], holdfast, fakeTime, stop });
    const isDecided = (client: FaultClient) => isOpen(client) || client.cause() !== null;
    await scene.until(() => scene.clients.every(isDecided), startSeconds);
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

type Parts = Pick<Scene, 'path' | 'server' | 'clients' | 'holdfast' | 'fakeTime' | 'stop'>;

function stage(parts: Parts): Scene {
  const { clients, server } = parts;
  let faultAt: number | null = null;
  let clearedAt: number | null = null;
  let answeredAt: ReadonlyMap<ClientName, number | null> = new Map();
  let asked = 0;

  const until = async (isReached: () => boolean, withinSeconds: number) => {
    const end = monotonicMs() + withinSeconds * 1000;
    while (!isReached() && monotonicMs() < end) await wait(lookEvery);
    return isReached();
  };

  const askOne = async (client: FaultClient, withinSeconds: number) => {
    asked += 1;
    const { line, answer } = server.question(asked);
    let typedInto = -1;
    const openings = () => client.events.filter(({ kind }) => kind === 'opened').length;
    const hasAnswered = () => client.output().includes(answer);
    const canAnswer = () => isOpen(client) || client.name === 'holdfast'; // which may connect again
    await until(() => {
      if (isOpen(client) && openings() !== typedInto) {
        typedInto = openings();
        client.type(`${line}\r`);
      }
      return hasAnswered() || !canAnswer();
    }, withinSeconds);
    const at = hasAnswered() ? monotonicMs() : null;
    answeredAt = new Map([...answeredAt, [client.name, at]]);
  };

  const ask = async (withinSeconds: number) => {
    await Promise.all(clients.map((client) => askOne(client, withinSeconds)));
  };

  const settle = async () => {
    const end = monotonicMs() + startSeconds * 1000;
    while (monotonicMs() < end) {
      const askedAt = monotonicMs();
      await ask(startSeconds);
      const answers = [...answeredAt.values()].filter((at) => at !== null);
      if (answers.length === clients.length && Math.max(...answers) - askedAt <= sameMoment) return;
      await wait(lookEvery);
    }
    throw new Error('The clients did not answer in the same moment: this machine is too busy to compare them.');
  };

  return {
    ...parts,
    settle,
    moments: () => ({ faultAt, clearedAt, answeredAt }),
    markFault: () => {
      faultAt = monotonicMs();
    },
    markCleared: () => {
      clearedAt = monotonicMs();
    },
    typeToAll: (text) => {
      for (const client of clients) client.type(text);
    },
    ask,
    untilNoticed: async (names, withinSeconds) => {
      const hasNoticed = (client: FaultClient) =>
        client.events.some(({ kind, at }) => at >= (faultAt ?? 0) && (kind === 'stalled' || kind === 'ended'));
      await until(
        () => clients.filter(({ name }) => names.includes(name)).every((client) => hasNoticed(client)),
        withinSeconds,
      );
    },
    until,
  };
}
