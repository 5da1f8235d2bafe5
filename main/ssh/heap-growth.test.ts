import { setFlagsFromString } from 'node:v8';
import { expect, it, vi } from 'vitest';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
import { createHeapGrowth } from './heap-growth.ts';

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));

it('the heap may grow further while much goes over the connections, not where a screenful comes now and then', () => {
  const clock = createFakeClock();
  const notePassed = createHeapGrowth(clock);
  const flags = () => vi.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag);
  const send = (bytes: number, everyMs: number) => {
    for (let piece = 0; piece < 100; piece += 1) {
      clock.advance(everyMs);
      notePassed(bytes);
    }
  };
  send(50_000, 1000);
  expect(flags()).toEqual([]);
  send(50_000, 10);
  expect(flags()).toEqual(['--heap-growing-percent=400']);
  send(100, 10);
  expect(flags()).toEqual(['--heap-growing-percent=400', '--heap-growing-percent=0']);
});
