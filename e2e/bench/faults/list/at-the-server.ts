import { setTimeout as wait } from 'node:timers/promises';
import type { Sshd } from '../../../lab/sshd.ts';
import type { Fault } from '../fault.ts';
import type { Outcome } from '../outcome.ts';
import type { Scene } from '../scene/scene.ts';

/**
 * An idle limit of a server in the lab: longer than the clients' checks, and over between two of them, after 5 and 8 s.
 * Where one is on its way, the server's kernel resets the connection, and nobody can tell why. Seconds.
 */
const idleLimit = 7;

const seconds = (count: number) => wait(count * 1000);
const everybody = ['holdfast', 'ssh', 'plink'] as const;
const direct = { kind: 'direct' } as const;

const isUntouched = ({ outcome, noticedAfterSeconds }: Outcome) => outcome === 'alive' && noticedAfterSeconds === null;

/** Long enough for an unanswered client to give up, at every 3 s and three times. */
async function leaveAlone(scene: Scene): Promise<void> {
  scene.markFault();
  await seconds(16);
  await scene.ask(10);
}

function sshdOf({ server }: Scene): Sshd {
  if (server.sshd === null) throw new Error('This fault needs an OpenSSH server.');
  return server.sshd;
}

async function untilEnded(scene: Scene): Promise<void> {
  scene.markFault();
  await scene.untilNoticed(everybody, idleLimit + 10);
  await scene.until(() => scene.holdfast.cause()?.reviewed === true, 5);
  await scene.ask(2);
}

const namesIdleLimit = ({ outcome, cause }: Outcome) =>
  outcome === 'ended' && (cause?.verdict === 'idle-logout' || cause?.verdict === 'server-idle-limit');

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
    isAsExpected: ({ outcome, noticedAfterSeconds }) => outcome === 'alive' && noticedAfterSeconds !== null,
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
      await scene.until(() => scene.holdfast.cause()?.reviewed === true, 10);
      await scene.ask(2);
    },
    isAsExpected: ({ outcome, cause }) => outcome === 'ended' && cause?.verdict === 'server-closed',
  },
  {
    id: '13',
    name: 'server answers checks with UNIMPLEMENTED',
    expectation: 'alive',
    path: direct,
    server: { kind: 'scripted', checkAnswer: 'unimplemented' },
    run: leaveAlone,
    isAsExpected: isUntouched,
  },
  {
    id: '14',
    name: 'server silent to checks, but data flows',
    expectation: 'alive',
    path: direct,
    server: { kind: 'scripted', checkAnswer: 'never' },
    run: async (scene) => {
      const stream = setInterval(() => {
        for (const connection of scene.server.scripted?.connections ?? []) connection.write('.');
      }, 500);
      await leaveAlone(scene);
      clearInterval(stream);
    },
    isAsExpected: isUntouched,
  },
  {
    id: '15',
    name: 'server silent to checks, and idle',
    expectation: "the profile's choice (mark it)",
    path: direct,
    server: { kind: 'scripted', checkAnswer: 'never' },
    run: leaveAlone,
    isAsExpected: ({ outcome, noticedAfterSeconds }) => outcome === 'alive' && noticedAfterSeconds !== null,
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
