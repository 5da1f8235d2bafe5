import { EventEmitter } from 'node:events';
import type { Client } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import { rekeyInTime } from './auto-rekey.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const minute = 60_000;

function setUp(limits: { readonly rekeyMinutes: number; readonly rekeyMegabytes: number }) {
  const clock = createFakeClock();
  const over = new AbortController();
  let bytes = 0;
  let rekeys = 0;
  // As much of a client as a renewal needs: it answers at once.
  const client = Object.assign(new EventEmitter(), {
    _protocol: {
      rekey: () => {
        rekeys += 1;
        client.emit('handshake');
      },
    },
  });
  const request = { client: client as unknown as Client, passed: () => bytes, limits, clock, signal: over.signal };
  const renewIfDue = rekeyInTime({ ...request, onLog: () => undefined });
  const pass = (more: number) => {
    bytes += more;
    renewIfDue();
  };
  return { clock, over, pass, client, rekeys: () => rekeys };
}

describe('rekeyInTime', () => {
  it('renews the keys each hour, counted from the last renewal whoever began it', () => {
    const { clock, client, rekeys } = setUp({ rekeyMinutes: 60, rekeyMegabytes: 0 });
    clock.advance(59 * minute);
    client.emit('handshake');
    clock.advance(59 * minute);
    expect(rekeys()).toBe(0);
    clock.advance(2 * minute);
    expect(rekeys()).toBe(1);
    clock.advance(61 * minute);
    expect(rekeys()).toBe(2);
  });

  it('renews them after an amount of data, both directions together', () => {
    const { clock, pass, rekeys } = setUp({ rekeyMinutes: 0, rekeyMegabytes: 1 });
    pass(600_000);
    expect(rekeys()).toBe(0);
    pass(600_000);
    expect(rekeys()).toBe(1);
    pass(600_000);
    expect(rekeys()).toBe(1);
    expect(clock.pending()).toBe(0);
  });

  it('does nothing without a limit, and holds nothing after the end', () => {
    expect(setUp({ rekeyMinutes: 0, rekeyMegabytes: 0 }).clock.pending()).toBe(0);
    const { clock, over, client } = setUp({ rekeyMinutes: 60, rekeyMegabytes: 1024 });
    expect(clock.pending()).toBe(1);
    over.abort();
    expect(clock.pending()).toBe(0);
    expect(client.listenerCount('handshake')).toBe(0);
  });

  it('renews the keys of a real session without breaking it', async () => {
    const sshd = await startSshd();
    cleanups.push(sshd.stop);
    const { opened, until, log, output, transport, ended } = tryTransport({
      profile: {
        portNumber: sshd.port,
        userName: sshd.userName,
        keyFile: sshd.clientKey,
        remoteCommand: 'head -c 3000000 /dev/zero; read line; echo "read $line"',
        rekeyMegabytes: 1,
      },
    });
    await opened();
    await until(() => log().includes('The keys were renewed.'));
    transport.write(Buffer.from('on\n'));
    await until(() => output().includes('read on'));
    expect(await ended()).toMatchObject({ kind: 'exited', code: 0 });
  });
});
