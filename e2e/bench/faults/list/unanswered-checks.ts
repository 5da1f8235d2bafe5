import type { Fault } from '../fault.ts';
import type { Scene } from '../scene/scene.ts';
import { direct, hasVerdict, isAlive, isMarked, isUntouched, seconds, untilReviewed } from './steps.ts';

/** Long enough for an unanswered client to give up, at every 3 s and three times. */
async function leaveAlone(scene: Scene): Promise<void> {
  scene.markFault();
  await seconds(16);
  await scene.ask(10);
}

/** Longer than it takes to give up, so that an answer comes after that. Seconds. */
const tooLate = 14;

/** Servers that do with alive checks what others don't. */
export const faultsOfChecks: readonly Fault[] = [
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
    id: '13b',
    name: 'server answers checks 5 s late',
    expectation: 'alive',
    path: direct,
    server: { kind: 'scripted', checkAnswer: { afterMs: 5000 } },
    run: leaveAlone,
    isAsExpected: isUntouched,
  },
  {
    id: '13c',
    name: `server answers checks ${tooLate} s late`,
    expectation: 'survives',
    path: direct,
    server: { kind: 'scripted', checkAnswer: { afterMs: tooLate * 1000 } },
    run: async (scene) => {
      scene.markFault();
      await seconds(tooLate + 6);
      await scene.ask(10);
    },
    isAsExpected: isAlive,
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
    isAsExpected: isMarked,
  },
  {
    id: '15b',
    name: 'the same, with another choice',
    expectation: "the profile's choice (disconnect), and no blame on the path",
    path: direct,
    server: { kind: 'scripted', checkAnswer: 'never' },
    settings: { whenStalled: 'disconnect' },
    run: async (scene) => {
      scene.markFault();
      await scene.untilNoticed(['holdfast', 'ssh'], 20);
      await untilReviewed(scene);
      await scene.ask(2);
    },
    isAsExpected: (outcome) => outcome.outcome === 'ended' && hasVerdict(outcome, 'unknown'),
  },
  {
    id: '15c',
    name: 'the same, with the third choice',
    expectation: "the profile's choice (reconnect), and no blame on the path",
    path: direct,
    server: { kind: 'scripted', checkAnswer: 'never' },
    settings: { whenStalled: 'reconnect' },
    run: leaveAlone,
    isAsExpected: (outcome) => outcome.outcome === 'reconnected' && hasVerdict(outcome, 'unknown'),
  },
];
