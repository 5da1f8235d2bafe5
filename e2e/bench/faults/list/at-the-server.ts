import type { Fault } from '../fault.ts';
import type { Outcome } from '../outcome.ts';
import type { Scene } from '../scene/scene.ts';
import {
  checkers,
  direct,
  everybody,
  hasVerdict,
  isMarked,
  isNoticedWithin,
  isUntouched,
  natOf,
  seconds,
  sshdOf,
  untilReviewed,
} from './steps.ts';

/**
 * An idle limit of a server in the lab: longer than the clients' checks, and over between two of them, after 5 and 8 s.
 * Where one is on its way, the server's kernel resets the connection, and nobody can tell why. Seconds.
 */
const idleLimit = 7;

/**
 * Long enough for a busy machine to lose the connections in: what a client asks meanwhile would be lost with them, and
 * its kernel ask again so much later that clients could not be compared. Seconds.
 */
const restartSilence = 8;

async function untilEnded(scene: Scene): Promise<void> {
  scene.markFault();
  await scene.untilNoticed(everybody, idleLimit + 10);
  await untilReviewed(scene);
  await scene.ask(2);
}

const namesIdleLimit = (outcome: Outcome) =>
  outcome.outcome === 'ended' && hasVerdict(outcome, 'idle-logout', 'server-idle-limit');

export const faultsAtTheServer: readonly Fault[] = [
  {
    id: '7',
    name: 'sshd frozen for 16 s',
    expectation: 'stalled, recovers',
    path: direct,
    server: { kind: 'sshd' },
    run: async (scene) => {
      scene.markFault();
      sshdOf(scene).freeze();
      await seconds(16);
      sshdOf(scene).thaw();
      scene.markCleared();
      await scene.ask(10);
    },
    isAsExpected: isMarked,
  },
  {
    id: '7b',
    name: 'sshd frozen for good',
    expectation: 'as the profile says (disconnect), and no blame on the path',
    path: direct,
    server: { kind: 'sshd' },
    settings: { whenStalled: 'disconnect' },
    run: async (scene) => {
      scene.markFault();
      sshdOf(scene).freeze();
      await scene.untilNoticed(checkers, 20);
      await untilReviewed(scene);
      await scene.ask(2);
    },
    isAsExpected: (outcome) => outcome.outcome === 'ended' && hasVerdict(outcome, 'unknown'),
  },
  {
    id: '8',
    name: 'sshd killed',
    expectation: '"lost", not "exited"',
    path: direct,
    server: { kind: 'sshd' },
    run: async (scene) => {
      scene.markFault();
      sshdOf(scene).killConnections();
      await scene.untilNoticed(everybody, 10);
      await untilReviewed(scene);
      await scene.ask(2);
    },
    isAsExpected: (outcome) => outcome.outcome === 'ended' && hasVerdict(outcome, 'server-closed'),
  },
  {
    id: '8b',
    name: `server's host restarts while nothing is sent for ${restartSilence} s, and resets`,
    expectation: 'no idle cut claimed without saying that it may be a restart',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    settings: { keepaliveSeconds: restartSilence, checkSeconds: restartSilence },
    run: async (scene) => {
      scene.markFault();
      await loseConnections(scene);
      await scene.untilNoticed(everybody, 20);
      await untilReviewed(scene);
      await scene.ask(2);
    },
    isAsExpected: ({ outcome, cause }) =>
      outcome === 'ended' && cause?.confidence !== 'certain' && /restart.*isn't certain/.test(cause?.says ?? ''),
  },
  {
    id: '8c',
    name: 'the same, after a silence that was survived before',
    expectation: 'no idle cut claimed',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    settings: { keepaliveSeconds: restartSilence, checkSeconds: restartSilence },
    run: async (scene) => {
      await seconds(restartSilence + 1);
      await scene.settle();
      scene.markFault();
      await loseConnections(scene);
      await scene.untilNoticed(everybody, 20);
      await untilReviewed(scene);
      await scene.ask(2);
    },
    isAsExpected: (outcome) =>
      outcome.outcome === 'ended' && isNoticedWithin(2 * restartSilence, outcome) && hasVerdict(outcome, 'unknown'),
  },
  {
    id: '16',
    name: 'keepalives every second, keys renewed every second',
    expectation: 'intact',
    path: direct,
    server: { kind: 'sshd', config: ['RekeyLimit default 1s', 'LogLevel DEBUG'] },
    settings: { keepaliveSeconds: 1, checkSeconds: 1 },
    run: async (scene) => {
      scene.markFault();
      const before = keysRenewed(scene);
      for (let line = 0; line < 10; line += 1) {
        await seconds(1);
        await scene.ask(5);
      }
      // Each of the three has its own.
      if (keysRenewed(scene) - before < 3 * 5) throw new Error('The server did not renew the keys.');
    },
    isAsExpected: isUntouched,
  },
  {
    id: '22a',
    name: `dropbear -I ${idleLimit}`,
    expectation: 'named as the cause',
    path: direct,
    server: { kind: 'dropbear', args: ['-I', String(idleLimit)] },
    run: untilEnded,
    isEachApart: true,
    isAsExpected: namesIdleLimit,
  },
  {
    id: '22b',
    name: `sshd ChannelTimeout session=${idleLimit}s`,
    expectation: 'named as the cause',
    path: direct,
    server: { kind: 'sshd', config: [`ChannelTimeout session:*=${idleLimit}s`] },
    run: untilEnded,
    isEachApart: true,
    isAsExpected: namesIdleLimit,
  },
  {
    id: '22c',
    name: `bash TMOUT=${idleLimit}`,
    expectation: 'named as the cause',
    path: direct,
    server: { kind: 'sshd' },
    run: async (scene) => {
      scene.typeToAll(`TMOUT=${idleLimit}\r`);
      await scene.ask(5);
      await untilEnded(scene);
    },
    isEachApart: true,
    isAsExpected: namesIdleLimit,
  },
];

/** Key exchanges after the first, of all connections, by sshd's own log. */
const keysRenewed = (scene: Scene) => sshdOf(scene).log().split('set_newkeys: rekeying').length - 1;

/** More than the kernel needs to give up a connection that it may repeat one packet of. Seconds. */
const forgottenSeconds = 3;

/**
 * Leaves the server's kernel without its connections, as a restart of its host does: their processes are killed while
 * nothing passes, so that nobody is told. The server goes on listening, and the kernel resets what it doesn't know.
 */
async function loseConnections(scene: Scene): Promise<void> {
  const { server, blackHole } = natOf(scene);
  await server.exec('sh', ['-c', 'echo 1 > /proc/sys/net/ipv4/tcp_orphan_retries']);
  await blackHole('both');
  sshdOf(scene).killConnections();
  const hasConnections = async () => (await server.exec('ss', ['-Htn', 'state', 'connected'])).trim() !== '';
  const end = performance.now() + forgottenSeconds * 1000;
  while ((await hasConnections()) && performance.now() < end) await seconds(0.1);
  if (await hasConnections()) throw new Error("The server's kernel did not forget its connections.");
  await blackHole('none');
}
