import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import type { LogEntry, SessionActivity, SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { findCharacterSet } from '../../character-sets/character-sets.ts';
import type { ProbeResult } from '../../keepalive/drop-evidence.ts';
import { createNetworkWatch } from '../../keepalive/network-watch.ts';
import { createPathBook, type PathBook } from '../../keepalive/path-book.ts';
import { createSleepWatch } from '../../keepalive/sleep-watch.ts';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import type { OpenSessionLog } from '../ports/session-log.ts';
import type { EndCause, ProbeHost } from '../ports/transport.ts';
import type { OpenZmodem } from '../ports/zmodem.ts';
import { createRegistry } from '../registry.ts';
import { createFakeTransports, type FakeTransport } from './fake-transport.ts';
import { noLog } from './no-log.ts';

export const bytes = (text: string) => new TextEncoder().encode(text);
export const reset: EndCause = {
  kind: 'lost',
  failure: { code: 'connection-reset', message: 'The connection was reset.', retryable: true },
};

/** A registry over transports in memory, with time under the test's control. */
export function setUp(
  settings: Partial<Profile> = {},
  probe: ProbeResult | ProbeHost = 'works',
  openLog: OpenSessionLog = noLog,
  openZmodem?: OpenZmodem,
) {
  const clock = createFakeClock();
  const { openTransport, opened } = createFakeTransports();
  const changes: SessionSnapshot[] = [];
  const activities: SessionActivity[][] = [];
  const removed: SessionId[] = [];
  const logged: LogEntry[] = [];
  const notices: string[] = [];
  let ids = 0;
  let subscriptions = 0;
  /** Counts who listens, until they stop. */
  const counted =
    <L>(subscribe: (listener: L) => () => void) =>
    (listener: L) => {
      subscriptions += 1;
      const stop = subscribe(listener);
      let isStopped = false;
      return () => {
        if (!isStopped) subscriptions -= 1;
        isStopped = true;
        stop();
      };
    };
  const watch = createSleepWatch(clock, () => clock.now());
  const sleep = { ...watch, onWake: counted(watch.onWake) };
  let addresses: readonly string[] = ['192.168.1.17/24'];
  const haveAddresses = (...now: readonly string[]) => {
    addresses = now;
  };
  const network = createNetworkWatch(clock, () => addresses);
  const book = createPathBook({
    memory: { paths: [], servers: [] },
    localNetwork: () => '192.168.1.0/24',
    wallClock: () => 1_000_000 + clock.now(),
  });
  const paths: PathBook = {
    ...book,
    pathTo: (place) => {
      const path = book.pathTo(place);
      return { ...path, onChange: counted(path.onChange) };
    },
  };
  /** Timers that are armed and listeners that are there, of sessions; the sleep watch has one timer of its own. */
  const held = () => ({ timers: clock.pending() - 1, listeners: subscriptions });
  /** Sessions with something that is not finished. */
  const busy = new Set<SessionId>();
  const registry = createRegistry({
    isBusy: (id) => busy.has(id),
    openTransport,
    openLog,
    ...(openZmodem === undefined ? {} : { openZmodem }),
    findCharacterSet,
    probeHost: typeof probe === 'function' ? probe : async () => probe,
    sleep,
    network: { ...network, onArrival: counted(network.onArrival) },
    paths,
    clock,
    wallClock: () => 1_000_000 + clock.now(),
    newId: () => {
      ids += 1;
      return `s${ids}` as SessionId;
    },
    onChange: (snapshot) => changes.push(snapshot),
    onActivity: (told) => activities.push([...told]),
    onNotice: (text) => notices.push(text),
    onLog: (_id, entry) => logged.push(entry),
    onRemoved: (id) => removed.push(id),
  });
  const profile: Profile = { ...defaultProfile, hostName: 'example.com', userName: 'ada', ...settings };
  const open = () => registry.open({ profile, savedAs: null });
  const transport = (): FakeTransport => opened.at(-1) as FakeTransport;
  return {
    clock,
    sleep,
    held,
    haveAddresses,
    paths,
    registry,
    busy,
    changes,
    activities,
    removed,
    logged,
    notices,
    profile,
    open,
    opened,
    transport,
  };
}
