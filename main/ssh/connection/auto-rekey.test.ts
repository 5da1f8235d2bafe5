import { EventEmitter } from 'node:events';
import type { Client } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import { createAutoRekey } from './auto-rekey.ts';

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
  const { begin, renewIfDue, setLimits } = createAutoRekey({
    limits,
    clock,
    signal: over.signal,
    onLog: () => undefined,
  });
  const pass = (more: number) => {
    bytes += more;
    renewIfDue();
  };
  const logIn = () => begin(client as unknown as Client, () => bytes);
  return { clock, over, pass, client, logIn, setLimits, rekeys: () => rekeys };
}

const renewed = 'The keys were renewed.';
const printedBytes = 3_000_000;

/** A session at a real server whose program prints so much, and then waits for a line. */
async function openPrinting(limits: Partial<Profile>) {
  const sshd = await startSshd();
  cleanups.push(sshd.stop);
  const profile = { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, ...limits };
  const remoteCommand = `head -c ${printedBytes} /dev/zero; read line; echo "read $line"`;
  return tryTransport({ profile: { ...profile, remoteCommand } });
}

describe('createAutoRekey', () => {
  it('renews the keys each hour, counted from the last renewal whoever began it', () => {
    const { clock, client, logIn, rekeys } = setUp({ rekeyMinutes: 60, rekeyMegabytes: 0 });
    clock.advance(59 * minute);
    logIn();
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
    const { clock, pass, logIn, rekeys } = setUp({ rekeyMinutes: 0, rekeyMegabytes: 1 });
    logIn();
    pass(600_000);
    expect(rekeys()).toBe(0);
    pass(600_000);
    expect(rekeys()).toBe(1);
    pass(600_000);
    expect(rekeys()).toBe(1);
    expect(clock.pending()).toBe(0);
  });

  it('takes a changed time at once, counted from the last renewal', () => {
    const { clock, logIn, setLimits, rekeys } = setUp({ rekeyMinutes: 60, rekeyMegabytes: 0 });
    logIn();
    clock.advance(20 * minute);
    setLimits({ rekeyMinutes: 30, rekeyMegabytes: 0 });
    clock.advance(9 * minute);
    expect(rekeys()).toBe(0);
    clock.advance(minute);
    expect(rekeys()).toBe(1);
    clock.advance(10 * minute);
    setLimits({ rekeyMinutes: 5, rekeyMegabytes: 0 });
    clock.advance(0);
    expect(rekeys()).toBe(2);
    setLimits({ rekeyMinutes: 0, rekeyMegabytes: 0 });
    expect(clock.pending()).toBe(0);
  });

  it('takes limits that were changed before the login', () => {
    const { clock, logIn, setLimits, rekeys } = setUp({ rekeyMinutes: 0, rekeyMegabytes: 0 });
    setLimits({ rekeyMinutes: 1, rekeyMegabytes: 0 });
    expect(clock.pending()).toBe(0);
    logIn();
    clock.advance(minute);
    expect(rekeys()).toBe(1);
  });

  it('does nothing without a limit, and holds nothing after the end', () => {
    const unlimited = setUp({ rekeyMinutes: 0, rekeyMegabytes: 0 });
    unlimited.logIn();
    expect(unlimited.clock.pending()).toBe(0);
    const { clock, over, client, logIn, setLimits } = setUp({ rekeyMinutes: 60, rekeyMegabytes: 1024 });
    logIn();
    expect(clock.pending()).toBe(1);
    over.abort();
    setLimits({ rekeyMinutes: 1, rekeyMegabytes: 1 });
    expect(clock.pending()).toBe(0);
    expect(client.listenerCount('handshake')).toBe(0);
  });

  it('renews the keys of a real session without breaking it', async () => {
    const { opened, until, log, output, transport, ended } = await openPrinting({ rekeyMegabytes: 1 });
    await opened();
    await until(() => log().includes(renewed));
    transport.write(Buffer.from('on\n'));
    await until(() => output().includes('read on'));
    expect(await ended()).toMatchObject({ kind: 'exited', code: 0 });
  });

  it('renews those of a running session as soon as its limit is lowered below what has passed', async () => {
    const { until, log, output, transport, ended } = await openPrinting({ rekeyMegabytes: 1024 });
    await until(() => output().length >= printedBytes);
    expect(log()).not.toContain(renewed);
    transport.setRekeyLimits({ rekeyMinutes: 60, rekeyMegabytes: 1 });
    await until(() => log().includes(renewed));
    transport.write(Buffer.from('on\n'));
    await until(() => output().includes('read on'));
    expect(await ended()).toMatchObject({ kind: 'exited', code: 0 });
  });
});
