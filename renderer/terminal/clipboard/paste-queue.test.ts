import { describe, expect, it } from 'vitest';
import { deferred } from '../testing/deferred.ts';
import { createPasteQueue } from './paste-queue.ts';

function setUp() {
  const sent: string[] = [];
  const queue = createPasteQueue<string>(
    (data) => sent.push(data),
    (text) => sent.push(`<${text}>`),
  );
  return { sent, queue };
}

describe('the paste queue', () => {
  it('passes typed keys on at once while no paste is under way', () => {
    const { sent, queue } = setUp();
    queue.type('a');
    expect(sent).toEqual(['a']);
  });

  it('keeps keys that are typed during a paste behind it, and a second paste behind those', async () => {
    const { sent, queue } = setUp();
    const first = deferred<string | null>();
    const second = deferred<string | null>();
    queue.paste(() => first.promise);
    queue.type('a');
    queue.paste(() => second.promise);
    queue.type('b');
    expect(sent).toEqual([]);
    first.resolve('one');
    second.resolve('two');
    await expect.poll(() => sent).toEqual(['<one>', 'a', '<two>', 'b']);
    queue.type('c');
    expect(sent.at(-1)).toBe('c');
  });

  it('goes on after a paste that the user refused', async () => {
    const { sent, queue } = setUp();
    queue.paste(async () => null);
    queue.type('a');
    await expect.poll(() => sent).toEqual(['a']);
  });
});
