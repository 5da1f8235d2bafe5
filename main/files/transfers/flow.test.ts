import { describe, expect, it } from 'vitest';
import { createFlow } from './flow.ts';

const chunk = 32 * 1024;
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A line that carries so many bytes a ms after a round trip: gives what is in flight at its end. */
async function settle(bytesPerMs: number, roundTripMs: number, requests: number): Promise<number> {
  const flow = createFlow();
  const flying: { readonly at: number }[] = [];
  let now = 0;
  let free = 0;
  for (let sent = 0; sent < requests; sent += 1) {
    let admitted = false;
    void flow.acquire(chunk).then(() => {
      admitted = true;
    });
    await tick();
    while (!admitted) {
      const next = flying.shift();
      if (next === undefined) throw new Error('nothing is under way, and nothing goes on');
      free = Math.max(free, next.at) + chunk / bytesPerMs;
      now = Math.max(now, free + roundTripMs);
      flow.release(chunk, now - next.at);
      await tick();
    }
    flying.push({ at: now });
  }
  return flying.length * chunk;
}

describe('the flow of transfers', () => {
  it('lets little queue up on a slow line, so that keys get through', async () => {
    const oneMbit = 125;
    expect(await settle(oneMbit, 20, 500)).toBeLessThan(oneMbit * 600);
  });

  it('grows to what a fast and long line holds', async () => {
    const oneGbit = 125_000;
    expect(await settle(oneGbit, 80, 5000)).toBeGreaterThan(oneGbit * 60);
  });

  it('never lets more be under way than its bound', async () => {
    expect(await settle(1_000_000_000, 1, 5000)).toBeLessThanOrEqual(16 * 1024 * 1024);
  });

  it('asks for larger pieces as it grows, up to what the server takes', () => {
    const flow = createFlow();
    expect(flow.chunkBytes(261_120)).toBe(chunk);
    for (let answered = 0; answered < 1000; answered += 1) {
      void flow.acquire(chunk);
      flow.release(chunk, 1);
    }
    expect(flow.chunkBytes(261_120)).toBe(261_120);
    expect(flow.chunkBytes(31_000)).toBe(31_000);
  });
});
