import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { StringDecoder } from 'node:string_decoder';
import type { SessionId, SessionState } from '#contract/session/session.ts';
import { findCharacterSet } from '../../../main/character-sets/character-sets.ts';
import { createHopKeepalive } from '../../../main/keepalive/hop-keepalive.ts';
import { addressesOf, createNetworkWatch } from '../../../main/keepalive/network-watch.ts';
import { createPathBook } from '../../../main/keepalive/path-book.ts';
import { createSleepWatch } from '../../../main/keepalive/sleep-watch.ts';
import { systemClock } from '../../../main/keepalive/system-clock.ts';
import { createSession } from '../../../main/session/session.ts';
import type { Session } from '../../../main/session/session-parts.ts';
import { noLog } from '../../../main/session/testing/no-log.ts';
import { createHostProbe } from '../../../main/ssh/probes/probe-host.ts';
import { createSshTransports } from '../../../main/ssh/this-computer.ts';
import { monotonicMs } from './clients/client.ts';
import type { FromHoldfast, ToHoldfast } from './clients/holdfast-messages.ts';

/** Holdfast's session core without its window, wired as in main/index.ts, driven by lines of JSON. */

const tell = (message: FromHoldfast) => process.stdout.write(`${JSON.stringify(message)}\n`);

const network = createNetworkWatch(systemClock, () => addressesOf(networkInterfaces()));
/** Nothing is saved here. */
const resolveHop = () => null;

let session: Session | null = null;
let shown: SessionState | null = null;
let stalled = false;

function open({ profile, folder }: Extract<ToHoldfast, { kind: 'open' }>): Session {
  const decoder = new StringDecoder('utf8');
  const created = createSession({
    id: 'bench' as SessionId,
    profile,
    savedAs: null,
    findCharacterSet,
    openTransport: createSshTransports({
      folder,
      clock: systemClock,
      resolveHop,
      keepHopAlive: createHopKeepalive(systemClock),
      onNotice: (text) => tell({ kind: 'log', at: monotonicMs(), text }),
    }),
    openLog: noLog,
    probeHost: createHostProbe({ clock: systemClock, resolveHop, hasNetwork: network.isConnected }),
    network,
    paths: createPathBook({ memory: { paths: [], servers: [] }, localNetwork: () => 'bench', wallClock: Date.now }),
    sleep: createSleepWatch(systemClock, Date.now),
    clock: systemClock,
    wallClock: Date.now,
    onNotice: () => undefined,
    onChange: ({ state, keepalive }) => {
      if (state !== shown) tell({ kind: 'state', at: monotonicMs(), state });
      shown = state;
      // A session that ended is no longer stalled, but it has not recovered.
      const isTold = state.kind === 'open' && keepalive.stalled !== stalled;
      if (isTold) tell({ kind: 'stalled', at: monotonicMs(), stalled: keepalive.stalled });
      stalled = keepalive.stalled;
    },
    onActivity: () => undefined,
    onLog: ({ text }) => tell({ kind: 'log', at: monotonicMs(), text }),
  });
  created.pump.attach((message) => {
    if (!(message instanceof Uint8Array)) return;
    tell({ kind: 'output', text: decoder.write(Buffer.from(message)) });
    created.pump.credit(message.length);
  });
  return created;
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const message: ToHoldfast = JSON.parse(line);
    if (message.kind === 'open') session = open(message);
    else if (message.kind === 'restart') session?.restart();
    else session?.write(Buffer.from(message.text));
  })
  .on('close', () => {
    session?.dispose();
    process.exit();
  });
