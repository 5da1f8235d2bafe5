import { once } from 'node:events';
import { Duplex, PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gatherWrites } from './gathered-writes.ts';
import { joinedStream } from './joined-stream.ts';

/** A stream that notes each time that it is given something to send. */
function noting() {
  const sent: string[] = [];
  const stream = new Duplex({
    read: () => {},
    write: (chunk, _encoding, done) => {
      sent.push(String(chunk));
      done();
    },
    writev: (chunks, done) => {
      sent.push(chunks.map(({ chunk }) => String(chunk)).join('+'));
      done();
    },
  });
  gatherWrites(stream);
  return { stream, sent };
}

describe('gathered writes', () => {
  it('go out as one, when the turn that they were made in has ended', async () => {
    const { stream, sent } = noting();
    stream.write('head');
    stream.write('body');
    expect(sent).toEqual([]);
    await nextTurn();
    stream.write('next');
    await nextTurn();
    expect(sent).toEqual(['head+body', 'next']);
  });

  it('go out sooner where they are many, and do not wait for what follows', async () => {
    const { stream, sent } = noting();
    const large = 'x'.repeat(300 * 1024);
    stream.write(large);
    expect(sent).toEqual([large]);
    stream.write('rest');
    await nextTurn();
    expect(sent).toEqual([large, 'rest']);
  });

  it('still go out where the stream is ended in the same turn', async () => {
    const { stream, sent } = noting();
    stream.write('good');
    stream.end('bye');
    await nextTurn();
    expect(sent.join('+')).toBe('good+bye');
    expect(stream.writableFinished).toBe(true);
  });

  it('are one write to what a hop or a command takes', async () => {
    const far = new PassThrough();
    const chunks: string[] = [];
    far.on('data', (chunk) => chunks.push(String(chunk)));
    const stream = joinedStream({ readable: new PassThrough(), writable: far, onClose: () => far.end() });
    gatherWrites(stream);
    for (const part of ['a', 'b', 'c']) stream.write(part);
    await once(far, 'data');
    stream.destroy();
    expect(chunks).toEqual(['abc']);
  });
});
