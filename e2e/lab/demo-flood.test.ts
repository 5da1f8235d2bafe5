import { Writable } from 'node:stream';
import type { ServerChannel } from 'ssh2';
import { describe, expect, it, vi } from 'vitest';
import { startFlood } from './demo-flood.ts';

/** Takes a write only when told to, as a channel does whose window is closed. */
function heldChannel() {
  const held: (() => void)[] = [];
  const taken: string[] = [];
  const channel = new Writable({
    write: (chunk, _encoding, done) => {
      taken.push(String(chunk));
      held.push(done);
    },
  });
  return {
    channel: channel as unknown as ServerChannel,
    taken,
    release: () => held.shift()?.(),
    length: () => channel.writableLength,
  };
}

describe('startFlood', () => {
  it('waits with the next lines until the last ones were taken', async () => {
    const { channel, taken, release, length } = heldChannel();
    const stop = startFlood(channel, Number.POSITIVE_INFINITY, () => {});
    for (let writes = 1; writes <= 3; writes += 1) {
      await expect.poll(() => taken).toHaveLength(writes);
      await new Promise((resolve) => setImmediate(resolve));
      expect(length()).toBe(16 * 1024);
      release();
    }
    stop();
  });

  it('ends after the lines asked for, and not at all once stopped', async () => {
    const { channel, taken, release } = heldChannel();
    const ended = vi.fn();
    startFlood(channel, 257, ended);
    release();
    await expect.poll(() => taken).toHaveLength(2);
    expect(taken[1]).toMatch(/^flood 000000257 [^\n]*\n$/);
    expect(ended).not.toHaveBeenCalled();
    release();
    await expect.poll(() => ended).toHaveBeenCalledOnce();

    const stop = startFlood(channel, 1, ended);
    stop();
    release();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toHaveBeenCalledOnce();
  });
});
