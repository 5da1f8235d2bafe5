import { describe, expect, it } from 'vitest';
import { patiently } from './durable.ts';

const errorWith = (code: string) => Object.assign(new Error(code), { code });

/** Fails with the code so many times, then works. Tells how often it ran. */
function failing(code: string, times: number) {
  let runs = 0;
  const operation = () => {
    runs += 1;
    if (runs <= times) throw errorWith(code);
  };
  return { operation, runs: () => runs };
}

describe('patiently', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])(
    'tries again after %s, as Windows gives for a file that is being scanned',
    (code) => {
      const { operation, runs } = failing(code, 3);
      patiently(operation);
      expect(runs()).toBe(4);
    },
  );

  it('gives up at once when trying again cannot help', () => {
    const { operation, runs } = failing('ENOSPC', 3);
    expect(() => patiently(operation)).toThrow('ENOSPC');
    expect(runs()).toBe(1);
  });

  it('gives up in the end', () => {
    const { operation, runs } = failing('EBUSY', Number.POSITIVE_INFINITY);
    expect(() => patiently(operation)).toThrow('EBUSY');
    expect(runs()).toBeGreaterThan(2);
  });
});
