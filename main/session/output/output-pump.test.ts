import { describe, expect, it } from 'vitest';
import { creditHighBytes, creditLowBytes, type ToWindow } from '#contract/channels/data-port.ts';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { historyLimitBytes } from './history.ts';
import { createOutputPump } from './output-pump.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function setUp() {
  const clock = createFakeClock();
  const pauses: boolean[] = [];
  const pump = createOutputPump({
    clock,
    setPaused: (paused) => pauses.push(paused),
    size: () => ({ columns: 100, rows: 30 }),
  });
  const received: ToWindow[] = [];
  const texts = () =>
    received.flatMap((message) => (message instanceof Uint8Array ? [Buffer.from(message).toString()] : []));
  const attach = () => pump.attach((message) => received.push(message));
  return { clock, pump, pauses, received, texts, attach };
}

describe('the output pump', () => {
  it('sends the first bytes at once and those that follow in one piece', () => {
    const { clock, pump, texts, attach } = setUp();
    attach();
    for (const text of ['a', 'b', 'c']) pump.push(bytes(text));
    expect(texts()).toEqual(['a']);
    clock.advance(4);
    expect(texts()).toEqual(['a', 'bc']);
  });

  it('pauses the channel when the window has not parsed what it was sent, and goes on when it has', () => {
    const { clock, pump, pauses, texts, attach } = setUp();
    attach();
    pump.push(new Uint8Array(creditHighBytes));
    expect(pauses).toEqual([true]);
    pump.push(bytes('held back'));
    clock.advance(1000);
    expect(texts()).toHaveLength(1);
    pump.credit(creditHighBytes - creditLowBytes - 1);
    expect(pauses).toEqual([true]);
    pump.credit(1);
    expect(texts()).toHaveLength(2);
    expect(pauses).toEqual([true, false]);
  });

  it('waits for more where credit comes, as at any other time', () => {
    const { clock, pump, texts, attach } = setUp();
    attach();
    for (const text of ['a', 'b']) pump.push(bytes(text));
    pump.credit(1);
    pump.push(bytes('c'));
    expect(texts()).toEqual(['a']);
    clock.advance(4);
    expect(texts()).toEqual(['a', 'bc']);
  });

  it('holds output for a window that comes later, which may answer it: nobody has seen it yet', () => {
    const { pump, received, attach } = setUp();
    pump.push(bytes('before'));
    attach();
    expect(received).toEqual([
      { kind: 'replay-begin', columns: 100, rows: 30 },
      { kind: 'replay-end' },
      bytes('before'),
    ]);
  });

  it('gives a window that reloads the same output again, framed so that nothing answers it', () => {
    const { clock, pump, received, attach } = setUp();
    const detach = attach();
    pump.push(bytes('one '));
    pump.push(bytes('two '));
    clock.advance(4);
    detach();
    pump.push(bytes('unseen'));
    received.length = 0;
    attach();
    expect(received).toEqual([
      { kind: 'replay-begin', columns: 100, rows: 30 },
      bytes('one two '),
      { kind: 'replay-end' },
      bytes('unseen'),
    ]);
  });

  it('loses nothing of a flood that no window saw', () => {
    const { pump, attach, texts } = setUp();
    for (let i = 0; i < 1000; i += 1) pump.push(bytes(`line ${i} of a flood\n`.repeat(10)));
    attach();
    const flood = Array.from({ length: 1000 }, (_, i) => `line ${i} of a flood\n`.repeat(10)).join('');
    pump.credit(flood.length); // what lies before the rest is parsed
    expect(texts().join('')).toBe(flood);
  });

  it('does not hold up a session whose window is gone', () => {
    const { pump, pauses, attach } = setUp();
    const detach = attach();
    pump.push(new Uint8Array(creditHighBytes));
    detach();
    expect(pauses).toEqual([true, false]);
    pump.push(new Uint8Array(4 * historyLimitBytes));
    expect(pauses).toEqual([true, false]);
  });

  it('stays with the new window when the old one says late that it is gone', () => {
    const { pump, texts, attach } = setUp();
    const detachOld = attach();
    attach();
    detachOld();
    pump.push(bytes('shown'));
    expect(texts()).toEqual(['shown']);
  });

  it('lets go of a window once another has attached, and of the last one with the session', () => {
    const { pump } = setUp();
    const released: string[] = [];
    const attach = (name: string) =>
      pump.attach(
        () => undefined,
        () => released.push(name),
      );
    attach('first');
    const detach = attach('second');
    expect(released).toEqual(['first']);
    detach();
    attach('third');
    pump.dispose();
    expect(released).toEqual(['first', 'third']);
  });

  it('erases in order with the output, for the window that is there and for one that comes', () => {
    const { clock, pump, texts, attach } = setUp();
    attach();
    for (const text of ['a', 'b']) pump.push(bytes(text));
    pump.erase('scrollback');
    pump.push(bytes('c'));
    clock.advance(4);
    const shown = texts().join('');
    expect(shown).toBe('ab\u001b[3;0Jc');
    attach();
    expect(texts().join('')).toBe(`${shown}${shown}`);
    pump.erase('terminal');
    clock.advance(4);
    expect(texts().at(-1)).toMatch(/\[2J/);
  });

  it('leaves no timer behind', () => {
    const { clock, pump, attach } = setUp();
    attach();
    pump.push(bytes('x'));
    pump.dispose();
    expect(clock.pending()).toBe(0);
  });

  it('copies what it sends, so that a message never drags a shared buffer along', () => {
    const { pump, received, attach } = setUp();
    attach();
    pump.push(new Uint8Array(new ArrayBuffer(65_536), 10, 5));
    expect((received.at(-1) as Uint8Array).buffer.byteLength).toBe(5);
  });
});
