import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../e2e/lab/tcp.ts';
import { connectLending, lendReads } from './lent-reads.ts';

/** A connection to a server in this process: its two ends. */
async function connected() {
  const server = createServer();
  const port = await listen(server);
  const accepted = once(server, 'connection');
  const near = connectLending({ host: '127.0.0.1', port });
  const [far] = (await accepted) as [Socket];
  onTestFinished(() => {
    near.destroy();
    far.destroy();
    server.close();
  });
  return { near, far };
}

/** Larger than what is read at once, and than what sockets hold back. */
const text = Buffer.from(Array.from({ length: 300_000 }, (_, line) => `line ${line}\n`).join(''));

describe('reads of a socket', () => {
  it('are copies that stay as they are, of several sockets in turn', async () => {
    const pairs = [await connected(), await connected()] as const;
    const kept: Buffer[][] = [[], []];
    const lengths = pairs.map(({ near }, place) => {
      near.on('data', (chunk: Buffer) => kept[place]?.push(chunk));
      return once(near, 'end');
    });
    pairs[0].far.end(text);
    pairs[1].far.end(text.subarray(7));
    await Promise.all(lengths);
    expect(Buffer.concat(kept[0] ?? []).equals(text)).toBe(true);
    expect(Buffer.concat(kept[1] ?? []).equals(text.subarray(7))).toBe(true);
  });

  it('are lent while that is allowed', async () => {
    const { near, far } = await connected();
    const buffers = new Set<ArrayBufferLike>();
    const seen: Buffer[] = [];
    near.on('data', (chunk: Buffer) => {
      buffers.add(chunk.buffer);
      seen.push(Buffer.from(chunk));
    });
    lendReads(near, () => true);
    const ended = once(near, 'end');
    far.end(text);
    await ended;
    expect(buffers.size).toBe(1);
    expect(Buffer.concat(seen).equals(text)).toBe(true);
  });

  it('wait in their order for a stream that is paused, and hold the other side back meanwhile', async () => {
    const { near, far } = await connected();
    lendReads(near, () => true);
    const seen: Buffer[] = [];
    near.on('data', (chunk: Buffer) => seen.push(Buffer.from(chunk)));
    near.pause();
    far.write('first, ');
    const large = Buffer.alloc(64 * 1024 * 1024, 'x');
    far.end(large);
    await expect.poll(() => far.writableLength).toBeGreaterThan(0);
    expect(seen).toEqual([]);
    const ended = once(near, 'end');
    near.resume();
    await ended;
    expect(Buffer.concat(seen).equals(Buffer.concat([Buffer.from('first, '), large]))).toBe(true);
  });

  it('can be taken back by whoever read too far', async () => {
    const { near, far } = await connected();
    far.write('HTTP/1.1 200\r\n\r\nSSH-2.0-x\r\n');
    await once(near, 'readable');
    const answer: Buffer = near.read();
    near.unshift(answer.subarray(16));
    lendReads(near, () => true);
    const seen: string[] = [];
    near.removeAllListeners('readable').on('data', (chunk: Buffer) => seen.push(chunk.toString()));
    near.resume();
    await expect.poll(() => seen.join('')).toBe('SSH-2.0-x\r\n');
    far.write('more');
    await expect.poll(() => seen.join('')).toBe('SSH-2.0-x\r\nmore');
  });
});
