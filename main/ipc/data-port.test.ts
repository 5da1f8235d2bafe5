import { MessageChannel } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { maxInputBytes } from '#contract/channels/data-port.ts';
import { joinDataPort, parseToMain } from './data-port.ts';

describe('parseToMain', () => {
  it('takes bytes, credit, and what to erase', () => {
    expect(parseToMain({ kind: 'erase', what: 'scrollback' })).toEqual({ kind: 'erase', what: 'scrollback' });
    expect(parseToMain({ kind: 'erase', what: 'terminal' })).toEqual({ kind: 'erase', what: 'terminal' });
    expect(parseToMain(new Uint8Array([1]))).toEqual(new Uint8Array([1]));
    expect(parseToMain({ kind: 'credit', bytes: 5 })).toEqual({ kind: 'credit', bytes: 5 });
  });

  it.each([
    [new Uint8Array(0)],
    [new Uint8Array(maxInputBytes + 1)],
    ['text'],
    [null],
    [{ kind: 'credit', bytes: -5 }],
    [{ kind: 'credit', bytes: 1.5 }],
    [{ kind: 'credit', bytes: '5' }],
    [{ kind: 'pause' }],
    [{ kind: 'erase', what: 'disk' }],
    [{ kind: 'erase' }],
    [[1, 2, 3]],
  ])('drops anything else (%#)', (data) => {
    expect(parseToMain(data)).toBeNull();
  });
});

/** Electron's port tells of a message as { data }; Node's hands over the data itself. */
function portPair() {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  const asMain = Object.assign(port2, { start: () => undefined }) as unknown as MessagePortMain;
  const on = port2.on.bind(port2);
  asMain.on = ((name: string, listener: (event: unknown) => void) =>
    on(name, (data: unknown) => listener({ data }))) as unknown as MessagePortMain['on'];
  return { port1, asMain };
}

describe('joinDataPort', () => {
  it('closes the port when the session lets go of it', async () => {
    const { port1, asMain } = portPair();
    const closed = new Promise((resolve) => port1.once('close', resolve));
    const attach = vi.fn((_send: unknown, _onReleased?: () => void) => () => undefined);
    const nothing = () => undefined;
    joinDataPort({ pump: { attach, credit: nothing, erase: nothing, isDrained: () => true }, write: nothing }, asMain);
    attach.mock.calls[0]?.[1]?.();
    await closed;
  });

  it('carries keys to the session and output to the window, and detaches when the port closes', async () => {
    const { port1, asMain } = portPair();
    const detach = vi.fn();
    const write = vi.fn();
    const credit = vi.fn();
    const erase = vi.fn();
    const attach = vi.fn((send: (message: Uint8Array) => void) => {
      send(new Uint8Array([104, 105]));
      return detach;
    });
    joinDataPort({ pump: { attach, credit, erase, isDrained: () => true }, write }, asMain);

    const received = vi.fn();
    port1.on('message', received);
    await expect.poll(() => received).toHaveBeenCalledWith(new Uint8Array([104, 105]));
    port1.postMessage(new Uint8Array([97]));
    port1.postMessage('rubbish');
    port1.postMessage({ kind: 'credit', bytes: 2 });
    port1.postMessage({ kind: 'erase', what: 'terminal' });
    await expect.poll(() => credit).toHaveBeenCalledWith(2);
    await expect.poll(() => erase).toHaveBeenCalledWith('terminal');
    expect(write.mock.calls).toEqual([[new Uint8Array([97])]]);
    port1.close();
    await expect.poll(() => detach).toHaveBeenCalled();
  });
});
