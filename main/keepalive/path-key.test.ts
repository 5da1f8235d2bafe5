import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { localNetworkOf } from './path-key.ts';

const ipv4 = (cidr: string, internal = false) => ({ family: 'IPv4', cidr, internal });

describe('localNetworkOf', () => {
  it.each([
    ['192.168.1.17/24', '192.168.1.0/24'],
    ['10.20.30.40/8', '10.0.0.0/8'],
    ['172.16.77.200/20', '172.16.64.0/20'],
    ['203.0.113.5/32', '203.0.113.5/32'],
  ])('finds the network of %s', (cidr, network) => {
    expect(localNetworkOf({ eth0: [ipv4(cidr)] })).toBe(network);
  });

  it('names all networks, whatever the order of the interfaces, and no loopback or link-local one', () => {
    const wifi = [ipv4('192.168.1.17/24'), { family: 'IPv6', cidr: '2001:db8::5/64', internal: false }];
    const others = { lo: [ipv4('127.0.0.1/8', true)], usb: [ipv4('169.254.3.4/16')] };
    const network = '10.8.0.0/24 192.168.1.0/24';
    expect(localNetworkOf({ ...others, wlan0: wifi, tun0: [ipv4('10.8.0.2/24')] })).toBe(network);
    expect(localNetworkOf({ tun0: [ipv4('10.8.0.2/24')], wlan0: wifi, ...others })).toBe(network);
  });

  it('says so where there is none', () => {
    expect(localNetworkOf({ lo: [ipv4('127.0.0.1/8', true)], wlan0: undefined })).toBe('none');
    expect(localNetworkOf({ odd: [{ family: 'IPv4', cidr: null, internal: false }] })).toBe('none');
  });

  it('names the network of this computer', () => {
    expect(localNetworkOf(networkInterfaces())).toMatch(/^(none|[\d./ ]+)$/);
  });
});
