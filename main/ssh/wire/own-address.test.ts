import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isReplaced } from './own-address.ts';

const at = (address: string, internal = false) =>
  [{ address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null }] satisfies NetworkInterfaceInfo[];
const loopback = { lo: at('127.0.0.1', true) };

describe('isReplaced', () => {
  it('finds an address that this computer no longer has', () => {
    expect(isReplaced('192.0.2.1', { ...loopback, eth0: at('192.0.2.1') })).toBe(false);
    expect(isReplaced('192.0.2.1', { ...loopback, eth0: at('198.51.100.7') })).toBe(true);
  });

  it('takes no network for no other address', () => {
    expect(isReplaced('192.0.2.1', loopback)).toBe(false);
    expect(isReplaced('192.0.2.1', {})).toBe(false);
  });

  it('reads the addresses of this computer, with or without a zone', () => {
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address } of own) expect([isReplaced(address), isReplaced(`${address}%eth0`)]).toEqual([false, false]);
    expect(own.length).toBeGreaterThan(0);
  });
});
