import { setTimeout as wait } from 'node:timers/promises';
import type { AskRequest } from './calls.ts';
import { type Lateness, latenessOf, lateShare } from './lateness.ts';
import type { SessionsOptions } from './options.ts';
import { type PeerName, peerNames, whyNoPeers } from './peers.ts';
import { question, type Stage, type StageOptions, setStage } from './stage.ts';

/** What some sessions cost in the measured time, and what became of them. */
export interface Holding {
  readonly sessions: number;
  /** Those that answered a line typed at the end. */
  readonly alive: number;
  /** On the processor, all together, ms. */
  readonly cpuMs: number;
  /** At the end, all together; bytes. */
  readonly memoryBytes: number;
  /** Null packets as the server got them; null for ssh, which has none. */
  readonly arrived: Lateness | null;
}

export interface HoldfastHolding extends Holding {
  /** What its process has more at the end than before its first session; bytes. */
  readonly memoryBytes: number;
  /** That process before its first session; bytes. */
  readonly emptyBytes: number;
  /** Null packets as they were sent. */
  readonly sent: Lateness;
  readonly arrived: Lateness;
  /** Until all were open. */
  readonly openedSeconds: number;
}

/** What some sessions cost in a part of the measured time. */
export interface Cost {
  readonly cpuMs: number;
  /** At its end; of Holdfast, what its process has more than before its first session. */
  readonly memoryBytes: number;
}

/** A part of the measured time. */
export interface Stretch {
  readonly seconds: number;
  readonly holdfast: Cost;
  /** Those that are measured. */
  readonly peers: Readonly<Partial<Record<PeerName, Cost>>>;
}

export interface Measured {
  /** What was asked for, and what a busy machine made of it. */
  readonly measuredSeconds: number;
  readonly holdfast: HoldfastHolding;
  readonly stretches: readonly Stretch[];
  /** A sentence says why one is not measured. */
  readonly peers: Readonly<Record<PeerName, Holding | string>>;
}

export interface MeasureRequest extends StageOptions, Pick<SessionsOptions, 'seconds'> {
  /** Equal parts of the measured time that are told apart. Default: one. */
  readonly stretches?: number;
  /** Called as the measured time begins, for tests. */
  readonly onBegun?: (stage: Stage) => void;
  /** Within which the line at the end is to be answered. Seconds. */
  readonly answerSeconds?: number;
}

/** Of the null packets of the sessions, sent or arrived, at most so many are late: the promise. */
const allowedLateShare = 0.01;

/** Whether all sessions of Holdfast live, and their null packets were in time. */
export const isKept = ({ holdfast: { sessions, alive, sent, arrived } }: Measured): boolean =>
  alive === sessions && [sent, arrived].every((lateness) => lateShare(lateness) < allowedLateShare);

/** From the last login on: by then each has sent a null packet, and its next one has a gap to be measured by. Periods. */
const settlePeriods = 2;

/** A thousand lines and their answers take a second or two. */
const usualAnswerSeconds = 30;

/** Opens the sessions, leaves them alone and measures. Everything it starts is stopped. */
export async function measure(request: MeasureRequest): Promise<Measured> {
  const { seconds, period, onProgress, stretches = 1 } = request;
  const options = { signal: request.signal };
  const stage = await setStage(request);
  try {
    onProgress(`All are open. They are left alone for ${seconds} s.`);
    await wait(settlePeriods * period * 1000, null, options);
    const before = await lookAt(stage);
    request.onBegun?.(stage);
    const looks = [before];
    for (let done = 0; done < stretches; done += 1) {
      await wait((seconds / stretches) * 1000, null, options);
      looks.push(await lookAt(stage));
    }
    const after = looks.at(-1) ?? before;

    const periodMs = period * 1000;
    const within = { from: before.serverAt, to: after.serverAt };
    const arrivedOf = async (user: string) => latenessOf(await stage.server.call('arrived', user), periodMs, within);
    const sent = latenessOf(await stage.holder.call('sent', null), periodMs, {
      from: before.holder.at,
      to: after.holder.at,
    });
    const arrived = await arrivedOf('holdfast');
    const plinkArrived = await arrivedOf('plink');

    const ask: AskRequest = { ...question, withinSeconds: request.answerSeconds ?? usualAnswerSeconds };
    const alive = await stage.holder.call('ask', ask);
    const peersAlive = await Promise.all(stage.peers.map(({ held }) => held.ask(ask)));
    const holdingOf = (name: PeerName): Holding | string => {
      const index = stage.peers.findIndex((each) => each.name === name);
      if (index < 0) return whyNoPeers(name) ?? '';
      return {
        sessions: request.peers,
        alive: peersAlive[index] ?? 0,
        cpuMs: (after.peersCpuMs[index] ?? 0) - (before.peersCpuMs[index] ?? 0),
        memoryBytes: after.peersBytes[index] ?? 0,
        arrived: name === 'plink' ? plinkArrived : null,
      };
    };
    const peers = Object.fromEntries(peerNames.map((name) => [name, holdingOf(name)])) as Measured['peers'];
    return {
      stretches: stretchesOf(looks, stage),
      measuredSeconds: (after.holder.at - before.holder.at) / 1000,
      holdfast: {
        sessions: request.sessions,
        alive,
        cpuMs: after.holder.cpuMs - before.holder.cpuMs,
        memoryBytes: after.holder.rssBytes - stage.empty.rssBytes,
        emptyBytes: stage.empty.rssBytes,
        openedSeconds: stage.openedSeconds,
        sent,
        arrived,
      },
      peers,
    };
  } finally {
    await stage.stop();
  }
}

type Look = Awaited<ReturnType<typeof lookAt>>;

function stretchesOf(looks: readonly Look[], { peers, empty }: Stage): readonly Stretch[] {
  return looks.slice(1).map((look, index) => {
    const before = looks[index] ?? look;
    const costOf = (peer: number): Cost => ({
      cpuMs: (look.peersCpuMs[peer] ?? 0) - (before.peersCpuMs[peer] ?? 0),
      memoryBytes: look.peersBytes[peer] ?? 0,
    });
    return {
      seconds: (look.holder.at - before.holder.at) / 1000,
      holdfast: {
        cpuMs: look.holder.cpuMs - before.holder.cpuMs,
        memoryBytes: look.holder.rssBytes - empty.rssBytes,
      },
      peers: Object.fromEntries(peers.map(({ name }, peer) => [name, costOf(peer)])),
    };
  });
}

/** What all have used by now; each process has a clock of its own. */
async function lookAt({ holder, server, peers }: Stage) {
  return {
    holder: await holder.call('usage', null),
    serverAt: await server.call('now', null),
    peersCpuMs: await Promise.all(peers.map(({ held }) => held.cpuMs())),
    peersBytes: await Promise.all(peers.map(({ held }) => held.memoryBytes())),
  };
}
