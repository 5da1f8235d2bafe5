import { buildIfNeeded } from '../../../../scripts/build.ts';
import type { MeasureRequest } from '../measurement.ts';
import { type Players, startPlayers } from '../player/players.ts';
import { type PeerName, startPeer } from './peers.ts';
import type { Terminal } from './terminal.ts';

interface Stoppable {
  readonly stop: () => Promise<void>;
}

/** What a measurement with terminals stands on; all of it is stopped when it has ended. */
export interface Stage {
  readonly players: Players;
  readonly keep: <T extends Stoppable>(starting: Promise<T>) => Promise<T>;
  /** Those that are installed. */
  readonly peers: (names: readonly PeerName[]) => Promise<Readonly<Partial<Record<PeerName, Terminal>>>>;
}

export async function onStage<T>(
  { signal, whyAbsent }: Pick<MeasureRequest, 'signal' | 'whyAbsent'>,
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  buildIfNeeded();
  const started: Stoppable[] = [];
  const keep: Stage['keep'] = async (starting) => {
    const part = await starting;
    started.unshift(part);
    return part;
  };
  try {
    const players = await keep(startPlayers(signal));
    const peers: Stage['peers'] = async (names) => {
      const terminals: Partial<Record<PeerName, Terminal>> = {};
      for (const name of names) {
        if (whyAbsent(name) === null) terminals[name] = await keep(startPeer(name)(players));
      }
      return terminals;
    };
    return await act({ players, keep, peers });
  } finally {
    for (const part of started) await part.stop();
  }
}

/** Why those that are not there are not, as a row tells it. */
export const absentAmong = (
  names: readonly PeerName[],
  whyAbsent: MeasureRequest['whyAbsent'],
): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((name) => (whyAbsent(name) === null ? [] : [[name, whyAbsent(name) ?? '']])));
