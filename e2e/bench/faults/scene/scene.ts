import { setTimeout as wait } from 'node:timers/promises';
import { type ClientName, type FaultClient, isOpen, monotonicMs } from '../clients/client.ts';
import type { FakeTime } from './fake-time.ts';
import type { Path } from './path.ts';
import type { FaultServer } from './server.ts';

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

/** A busy machine takes this long for a line at times. Seconds. */
const settleSeconds = 60;

type Parts = Pick<Scene, 'path' | 'server' | 'clients' | 'holdfast' | 'fakeTime' | 'stop'>;

/** The scene of parts that are there. */
export function stageOf(parts: Parts): Scene {
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
    const end = monotonicMs() + settleSeconds * 1000;
    while (monotonicMs() < end) {
      const askedAt = monotonicMs();
      await ask(settleSeconds);
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
