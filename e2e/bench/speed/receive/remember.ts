import type { Measurement, MeasureRequest } from '../measurement.ts';
import { type Row, rowOf } from '../row.ts';
import type { Memory } from './calls.ts';
import { megabyte, onStage } from './stage.ts';

/** How much has been printed when memory is looked at for the first time, and for the last. */
const looks = { full: [100, 1000], small: [10, 40] } as const;

export const remember: Measurement = {
  ids: [9],
  title: "Main's memory after output",
  method: `A session of Holdfast's session core in Node prints a log; what its process holds after ${looks.full[0]} MB and after ${looks.full[1]} MB, each after a garbage collection: JavaScript's heap with the buffers that it holds, and resident memory. A new process for each run.`,
  needs: ['openssh-client', 'openssh-server'],
  wants: [],
  seconds: { full: 45, small: 15 },
  run: measure,
};

function measure(request: MeasureRequest): Promise<readonly Row[]> {
  return onStage(request.signal, async ({ target, folder, print, start }) => {
    const [first, last] = request.small ? looks.small : looks.full;
    const { command } = print(last);
    const lookAt = [first * megabyte, last * megabyte];
    const runs: (readonly Memory[])[] = [];
    while (runs.length < request.runs) {
      request.signal.throwIfAborted();
      request.onProgress(runs.length / request.runs, `run ${runs.length + 1}`);
      const worker = start();
      runs.push(await worker.call('remember', { target, command, folder, lookAt }));
      await worker.stop();
    }
    const before = `after ${first} MB`;
    const megabytes = (place: number, of: (memory: Memory) => number) =>
      runs.map((memories) => {
        const memory = memories[place];
        return memory === undefined ? Number.NaN : of(memory) / megabyte;
      });
    const row = (what: string, of: (memory: Memory) => number) =>
      rowOf({
        id: 9,
        measure: `main's ${what} after ${last} MB of output`,
        unit: 'MB',
        holdfast: megabytes(1, of),
        peers: { [before]: megabytes(0, of) },
        goal: { is: 'at most', times: 1.1, of: before },
      });
    return [row('heap', ({ heap }) => heap), row('resident memory', ({ resident }) => resident)];
  });
}
