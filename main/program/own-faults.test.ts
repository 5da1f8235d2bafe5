import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { surviveOwnFaults } from './own-faults.ts';

function setUp() {
  const process = new EventEmitter();
  const written: string[] = [];
  const told: string[] = [];
  surviveOwnFaults({
    process,
    write: (line) => written.push(line),
    notify: (sentence) => told.push(sentence),
  });
  return { process, written, told };
}

describe('a fault of the program that nothing caught', () => {
  it('is written with where it happened, and without its message', () => {
    const { process, written } = setUp();
    process.emit('uncaughtException', new TypeError('the password was hunter2\n    at least in part'));
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^A fault of this program was not caught: TypeError\n {4}at .*own-faults\.test\.ts/);
    expect(written[0]?.split('\n').length).toBeLessThanOrEqual(10);
    expect(written[0]).not.toMatch(/hunter2|in part/);
  });

  it('is told to the user once, and written once for each place', () => {
    const { process, written, told } = setUp();
    const [one, other] = [new Error('one'), new RangeError('other')];
    for (const fault of [one, one, other, 'thrown text', other]) process.emit('unhandledRejection', fault);
    expect(told).toEqual([expect.stringMatching(/^Something went wrong inside Holdfast\. Its sessions go on/)]);
    expect(written).toHaveLength(3);
    expect(written[2]).not.toContain('thrown text');
  });

  it('does not end the process, thrown or rejected', async () => {
    const program = `import { surviveOwnFaults } from ${JSON.stringify(new URL('own-faults.ts', import.meta.url).href)};
      const write = (text) => process.stdout.write(text);
      surviveOwnFaults({ process, write, notify: write });
      setTimeout(() => { throw new TypeError('thrown'); }, 1);
      setTimeout(() => { void Promise.reject(new RangeError('rejected')); }, 20);
      setTimeout(() => write('alive'), 40);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(output).toMatch(/TypeError.*RangeError.*alive$/s);
    expect(code).toBe(0);
  });
});
