import { setFlagsFromString } from 'node:v8';
import { expect, it, vi } from 'vitest';
import { letHeapGrow } from './heap-growth.ts';

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));

const flags = () => vi.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag);

it('the heap may grow further from the first transfer of any session to the end of the last', () => {
  const [endFirst, endSecond] = [letHeapGrow(), letHeapGrow()];
  endFirst();
  expect(flags()).toEqual(['--heap-growing-percent=400']);
  endSecond();
  expect(flags()).toEqual(['--heap-growing-percent=400', '--heap-growing-percent=0']);
});
