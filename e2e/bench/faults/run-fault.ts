import { eachAtOnce } from '../at-once.ts';
import type { ClientName } from './clients/client.ts';
import { commonSettings, type Fault, type FaultResult } from './fault.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { openScene } from './scene/open-scene.ts';
import type { Scene } from './scene/scene.ts';

/** Why a fault can't be made on this machine, as the end of a sentence; null if it can. */
export type WhyNot = (fault: Fault) => string | null;

export interface RunOptions {
  readonly hasNat: boolean;
  readonly whyNot: WhyNot;
  /** Faults under way at once: each has processes of its own, and a machine so many cores. */
  readonly atOnce: number;
  readonly onResult: (result: FaultResult) => void;
}

/** Runs faults, some at a time; results in the order of the faults. */
export const runFaults = (faults: readonly Fault[], options: RunOptions): Promise<readonly FaultResult[]> =>
  eachAtOnce(faults, options.atOnce, async (fault) => {
    const result = await runFault(fault, options);
    options.onResult(result);
    return result;
  });

async function runFault(fault: Fault, { hasNat, whyNot }: RunOptions): Promise<FaultResult> {
  const reason = whyNot(fault);
  if (reason !== null) return { kind: 'not-run', fault, reason };
  let scene: Scene | null = null;
  try {
    scene = await openScene(
      { ...fault, settings: { ...commonSettings, ...fault.settings }, fakeTime: fault.fakeTime ?? false },
      hasNat,
    );
    await fault.run(scene);
    const outcomes = outcomesOf(scene);
    return { kind: 'measured', fault, outcomes, isAsExpected: fault.isAsExpected(outcomes.holdfast) };
  } catch (error) {
    return { kind: 'failed', fault, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await scene?.stop();
  }
}

function outcomesOf({ clients, moments }: Scene): Readonly<Record<ClientName, Outcome>> {
  const { faultAt, clearedAt, answeredAt } = moments();
  if (faultAt === null) throw new Error('The fault did not begin.');
  const entries = clients.map((client) => [
    client.name,
    outcomeOf({
      faultAt,
      clearedAt,
      events: client.events,
      answeredAt: answeredAt.get(client.name) ?? null,
      cause: client.cause(),
    }),
  ]);
  return Object.fromEntries(entries);
}
