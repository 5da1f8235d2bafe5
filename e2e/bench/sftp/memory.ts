/** How often the memory is looked at, ms. */
const lookMs = 20;

/** The resident memory of this process, MB. */
export interface MemoryWatch {
  readonly during: (run: () => Promise<void>) => Promise<void>;
  readonly megabytes: () => { readonly before: number; readonly highest: number };
}

export function watchMemory(): MemoryWatch {
  const now = () => Math.round(process.memoryUsage.rss() / (1024 * 1024));
  const before = now();
  let highest = before;
  return {
    during: async (run) => {
      const timer = setInterval(() => {
        highest = Math.max(highest, now());
      }, lookMs);
      try {
        await run();
      } finally {
        clearInterval(timer);
      }
    },
    megabytes: () => ({ before, highest }),
  };
}
