import type { Fault } from '../fault.ts';
import type { Scene } from '../scene/scene.ts';
import {
  direct,
  everybody,
  hasVerdict,
  isAlive,
  isNoticedWithin,
  isUntouched,
  seconds,
  sshdOf,
  untilReviewed,
} from './steps.ts';

/** The lid is closed for this long; more than a busy machine ever pauses. Seconds. */
const sleepFor = 18;
/** The router forgets a machine that sleeps. */
const routerForgetsAfter = 6;

/** Stops the clients, and in the lab of namespaces their network, as a machine that sleeps. */
async function sleep(scene: Scene): Promise<void> {
  await scene.path.nat?.blackHole('both');
  signalAll(scene, 'SIGSTOP');
  await seconds(sleepFor);
}

function signalAll({ clients }: Scene, signal: NodeJS.Signals): void {
  for (const { pid } of clients) process.kill(pid, signal);
}

export const faultsAtTheClient: readonly Fault[] = [
  {
    id: '9a',
    name: `${sleepFor} s of sleep, and the NAT forgets meanwhile`,
    expectation: 'checked at once, decided in seconds',
    path: { kind: 'forgetful', mode: 'reset', idleSeconds: routerForgetsAfter },
    server: { kind: 'sshd' },
    run: async (scene) => {
      await sleep(scene);
      await scene.path.nat?.blackHole('none');
      scene.markFault();
      signalAll(scene, 'SIGCONT');
      await scene.untilNoticed(everybody, 10);
      await untilReviewed(scene);
      scene.holdfast.restart(); // Enter, which the tab offers
      await scene.ask(10);
    },
    isAsExpected: (outcome) =>
      outcome.outcome === 'reconnected' && isNoticedWithin(5, outcome) && hasVerdict(outcome, 'suspended'),
  },
  {
    id: '9b',
    name: `${sleepFor} s of sleep, and the network is back 15 s after it`,
    expectation: 'patient for 30 s',
    path: { kind: 'network' },
    server: { kind: 'sshd' },
    settings: { whenStalled: 'disconnect' },
    run: async (scene) => {
      await sleep(scene);
      scene.markFault();
      signalAll(scene, 'SIGCONT');
      await seconds(15);
      await scene.path.nat?.blackHole('none');
      scene.markCleared();
      await scene.ask(30);
    },
    isAsExpected: isAlive,
  },
  {
    id: '9c',
    name: `${sleepFor} s of sleep, and sshd closes the session meanwhile (ClientAliveInterval)`,
    expectation: 'decided in seconds, and the sleep named as the cause',
    path: direct,
    server: { kind: 'sshd', config: ['ClientAliveInterval 3', 'ClientAliveCountMax 2'] },
    run: async (scene) => {
      const closed = () => sshdOf(scene).log().split('Timeout, client not responding').length - 1;
      await sleep(scene);
      if (!(await scene.until(() => closed() === scene.clients.length, 20))) throw new Error('sshd closed no session.');
      scene.markFault();
      signalAll(scene, 'SIGCONT');
      await scene.untilNoticed(everybody, 10);
      await untilReviewed(scene);
      scene.holdfast.restart(); // Enter, which the tab offers
      await scene.ask(10);
    },
    isAsExpected: (outcome) =>
      outcome.outcome === 'reconnected' && isNoticedWithin(5, outcome) && hasVerdict(outcome, 'suspended'),
  },
  {
    id: '17',
    name: 'wall clock set an hour forward, then two back',
    expectation: 'no effect',
    path: direct,
    server: { kind: 'sshd' },
    fakeTime: true,
    run: async (scene) => {
      scene.markFault();
      await scene.fakeTime?.setOffset(3600);
      await seconds(14);
      await scene.ask(10);
      await scene.fakeTime?.setOffset(-3600);
      await seconds(14);
      await scene.ask(10);
    },
    isAsExpected: isUntouched,
  },
];
