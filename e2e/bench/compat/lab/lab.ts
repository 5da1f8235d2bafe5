import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What all rows share: started when a row first needs it, stopped at the end. */
export interface Lab {
  readonly folder: string;
  /** What `make` gives for a name, made once. */
  readonly each: <Name extends string, Part>(make: (name: Name) => Promise<Part>) => (name: Name) => Promise<Part>;
  /** Has something done at the end, the latest first. */
  readonly undo: (step: () => Promise<unknown>) => void;
  readonly stop: () => Promise<void>;
}

export async function openLab(): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-compat-'));
  const steps: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  return {
    folder,
    each: (make) => {
      const made = new Map<string, ReturnType<typeof make>>();
      return (name) => {
        const part = made.get(name) ?? make(name);
        made.set(name, part);
        return part;
      };
    },
    undo: (step) => {
      steps.push(step);
    },
    stop: async () => {
      for (const step of steps.splice(0).reverse()) await step();
    },
  };
}
