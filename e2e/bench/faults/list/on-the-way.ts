import type { ClientSettings } from '../clients/client.ts';
import type { Fault } from '../fault.ts';
import type { Scene } from '../scene/scene.ts';
import {
  checkers,
  everybody,
  hasVerdict,
  isAlive,
  isNoticedWithin,
  isUntouched,
  natOf,
  seconds,
  untilReviewed,
} from './steps.ts';

/** What a home router does within minutes, a lab's within seconds. */
const routerForgetsAfter = 6;
const rarely = 8;
/** Checks every 3 s, and three unanswered: four periods of silence. */
const noticeSeconds = 12;

async function idle(scene: Scene): Promise<void> {
  scene.markFault();
  await seconds(2 * routerForgetsAfter + 2);
  await scene.ask(10);
}

async function idleTooLong(scene: Scene): Promise<void> {
  scene.markFault();
  await scene.untilNoticed(checkers, 2 * rarely + 10);
  await untilReviewed(scene);
  await scene.ask(5);
}

/** Less often than the router wants it: two periods of silence, and a session counts as stalled. */
const tooRare: Partial<ClientSettings> = {
  keepaliveSeconds: rarely,
  checkSeconds: rarely,
  checkCount: 1,
  whenStalled: 'disconnect',
};

/**
 * The kernel acknowledges what came in up to 0.2 s later; a router that has forgotten meanwhile answers that with a
 * reset, and one of the clients would notice at once by chance. Seconds.
 */
const acknowledgedWithin = 0.4;

export const faultsOnTheWay: readonly Fault[] = [
  {
    id: '1',
    name: 'idle behind a NAT that resets',
    expectation: 'survives',
    path: { kind: 'forgetful', mode: 'reset', idleSeconds: routerForgetsAfter },
    server: { kind: 'sshd' },
    run: idle,
    isAsExpected: isUntouched,
  },
  {
    id: '1b',
    name: 'the same, with keepalives and checks every 8 s',
    expectation: 'names the idle cut, and the remedy',
    path: { kind: 'forgetful', mode: 'reset', idleSeconds: routerForgetsAfter },
    server: { kind: 'sshd' },
    settings: tooRare,
    run: idleTooLong,
    isAsExpected: (outcome) => hasVerdict(outcome, 'idle-cut-reset') && outcome.cause?.remedy === 'set-keepalive',
  },
  {
    id: '2',
    name: 'idle behind a silent NAT',
    expectation: 'survives',
    path: { kind: 'forgetful', mode: 'silent', idleSeconds: routerForgetsAfter },
    server: { kind: 'sshd' },
    run: idle,
    isAsExpected: isUntouched,
  },
  {
    id: '2b',
    name: 'the same, with keepalives and checks every 8 s',
    expectation: 'names the idle cut, and the remedy',
    path: { kind: 'forgetful', mode: 'silent', idleSeconds: routerForgetsAfter },
    server: { kind: 'sshd' },
    settings: tooRare,
    run: idleTooLong,
    isAsExpected: (outcome) => hasVerdict(outcome, 'idle-cut-silent') && outcome.cause?.remedy === 'set-keepalive',
  },
  {
    id: '3',
    name: 'router reboots',
    expectation: 'noticed within 2 checks, reconnect offered',
    path: { kind: 'forgetful', mode: 'reset' },
    server: { kind: 'sshd' },
    run: async (scene) => {
      await seconds(4); // a keepalive's silence, survived, shows that the path doesn't forget so soon
      await scene.settle();
      await seconds(acknowledgedWithin);
      scene.markFault();
      await scene.path.flush();
      await scene.untilNoticed(everybody, 10);
      await untilReviewed(scene);
      scene.holdfast.restart(); // Enter, which the tab offers
      await scene.ask(10);
    },
    isAsExpected: (outcome) =>
      outcome.outcome === 'reconnected' && isNoticedWithin(6.5, outcome) && hasVerdict(outcome, 'unknown'),
  },
  {
    id: '4',
    name: 'black hole',
    expectation: 'stalled, then as the profile says (disconnect)',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    settings: { whenStalled: 'disconnect' },
    run: (scene) => blackHole(scene, 'both'),
    isAsExpected: (outcome) =>
      outcome.outcome === 'ended' &&
      isNoticedWithin(noticeSeconds + 0.5, outcome) &&
      hasVerdict(outcome, 'server-gone'),
  },
  {
    id: '5',
    name: 'one-way loss',
    expectation: 'stalled, then as the profile says (disconnect)',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    settings: { whenStalled: 'disconnect' },
    run: (scene) => blackHole(scene, 'to-client'),
    isAsExpected: (outcome) =>
      outcome.outcome === 'ended' &&
      isNoticedWithin(noticeSeconds + 0.5, outcome) &&
      hasVerdict(outcome, 'server-gone'),
  },
  {
    id: '6',
    name: 'outage of 10 s',
    expectation: 'survives',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    run: async (scene) => {
      scene.markFault();
      await natOf(scene).blackHole('both');
      await seconds(10);
      await natOf(scene).blackHole('none');
      scene.markCleared();
      await scene.ask(30);
    },
    isAsExpected: isAlive,
  },
  {
    id: '10',
    name: "client's address changes",
    expectation: 'noticed, reconnects',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    settings: { whenStalled: 'disconnect', whenLost: 'reconnect' },
    run: async (scene) => {
      scene.markFault();
      await natOf(scene).changeClientAddress();
      await scene.untilNoticed(checkers, 20);
      await scene.ask(20);
    },
    isAsExpected: (outcome) =>
      outcome.outcome === 'reconnected' &&
      isNoticedWithin(noticeSeconds + 0.5, outcome) &&
      hasVerdict(outcome, 'address-changed'),
  },
  {
    id: '11',
    name: '20 % of packets lost',
    expectation: 'survives',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    run: async (scene) => {
      await natOf(scene).loss(20);
      scene.markFault();
      for (let line = 0; line < 5; line += 1) {
        await seconds(4);
        await scene.ask(20);
      }
    },
    isAsExpected: isAlive,
  },
  {
    id: '12',
    name: 'slow link under bulk output',
    expectation: 'never dropped',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    run: async (scene) => {
      await natOf(scene).slow(1000);
      scene.markFault();
      // About 800 KB for each client: 20 s at 1 Mbit/s for the three.
      scene.typeToAll('seq 100000 200000; echo all-$((1+1))-done\r');
      await scene.until(() => scene.clients.every((client) => client.output().includes('all-2-done')), 60);
      await scene.ask(20);
    },
    isAsExpected: isUntouched,
  },
];

async function blackHole(scene: Scene, way: 'both' | 'to-client'): Promise<void> {
  scene.markFault();
  await natOf(scene).blackHole(way);
  await scene.untilNoticed(checkers, 20);
  await untilReviewed(scene);
  await scene.ask(3);
}
