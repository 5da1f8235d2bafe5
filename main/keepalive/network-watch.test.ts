import { describe, expect, it, vi } from 'vitest';
import { addressesOf, createNetworkWatch } from './network-watch.ts';
import { createFakeClock } from './testing/fake-clock.ts';

const home = '192.168.1.17/24';

function setUp(...initial: readonly string[]) {
  const clock = createFakeClock();
  let addresses = initial;
  const watch = createNetworkWatch(clock, () => addresses);
  const have = (...now: readonly string[]) => {
    addresses = now;
    clock.advance(1000);
  };
  return { clock, watch, have };
}

describe('the network watch', () => {
  it('tells of a network that comes, and of another one, but not of one that goes', () => {
    const { watch, have } = setUp();
    const arrived = vi.fn();
    watch.onArrival(arrived);
    expect(watch.isConnected()).toBe(false);
    have(home);
    expect(arrived).toHaveBeenCalledTimes(1);
    expect(watch.isConnected()).toBe(true);
    have(home);
    have();
    expect(arrived).toHaveBeenCalledTimes(1);
    have('10.0.0.5/8');
    have('10.0.0.5/8', 'fe80::1/64');
    expect(arrived).toHaveBeenCalledTimes(3);
  });

  it('takes no address for new that was there when somebody began to listen', () => {
    const { clock, watch } = setUp(home);
    const arrived = vi.fn();
    watch.onArrival(arrived);
    clock.advance(60_000);
    expect(arrived).not.toHaveBeenCalled();
  });

  it('looks only while somebody listens, also when a listener stops in the middle', () => {
    const { clock, watch, have } = setUp();
    expect(clock.pending()).toBe(0);
    const stop = watch.onArrival(() => stop());
    const stopOther = watch.onArrival(() => undefined);
    have(home);
    expect(clock.pending()).toBe(1);
    stopOther();
    expect(clock.pending()).toBe(0);
  });
});

describe('addressesOf', () => {
  it('leaves out loopback', () => {
    const loopback = { family: 'IPv4', cidr: '127.0.0.1/8', internal: true };
    expect(addressesOf({ lo: [loopback] })).toEqual([]);
    expect(addressesOf({ lo: [loopback], eth0: [{ family: 'IPv4', cidr: home, internal: false }] })).toEqual([home]);
  });
});
