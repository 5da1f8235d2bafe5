import { Terminal } from '@xterm/xterm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardPayloads, maxPayload } from './payload-guards.ts';

describe('payloads of sequences', () => {
  let terminal: Terminal;
  let payloads: string[];
  const keep = (data: string) => {
    payloads.push(data);
    return true;
  };
  beforeEach(() => {
    payloads = [];
    terminal = new Terminal({ allowProposedApi: true, logLevel: 'off' });
    guardPayloads(terminal);
    terminal.parser.registerOscHandler(777, keep);
    terminal.parser.registerDcsHandler({ final: 'z' }, (data) => keep(data));
  });
  afterEach(() => terminal.dispose());

  const print = (text: string) => new Promise<void>((resolve) => terminal.write(text, resolve));

  it.each([
    ['OSC', '\u001b]777;'],
    ['DCS', '\u001bPz'],
  ])('of %s are read as they are, and the next one anew', async (_kind, start) => {
    await print(`${start}one\u001b\\${start}`);
    await print('tw');
    await print('o\u001b\\');
    expect(payloads).toEqual(['one', 'two']);
  });

  it.each([
    ['OSC', '\u001b]777;'],
    ['DCS', '\u001bPz'],
  ])('of %s are cut where they are longer than anything that is acted on', async (_kind, start) => {
    await print(start);
    for (let sent = 0; sent < 5; sent += 1) await print('x'.repeat(1_000_000));
    await print(`\u001b\\${start}short\u001b\\after`);
    expect(payloads.map((payload) => payload.length)).toEqual([maxPayload, 5]);
    expect(terminal.buffer.active.getLine(0)?.translateToString(true)).toBe('after');
  });
});
