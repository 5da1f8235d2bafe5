import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type AuthorityEntry, cookieFor, families, parseAuthority } from './x11-authority.ts';
import { displayNameOf, parseDisplay, x11EnvironmentOf } from './x11-display.ts';
import { readSetup, writeSetup } from './x11-setup.ts';

describe('parseDisplay', () => {
  it('reads displays of this computer, of others, and of launchd', () => {
    expect(parseDisplay(':0')).toMatchObject({
      ways: [{ path: '/tmp/.X11-unix/X0' }, { path: '\0/tmp/.X11-unix/X0' }],
    });
    expect(parseDisplay('unix:10.1')).toMatchObject({ isLocal: true, display: '10', screen: 1 });
    expect(parseDisplay('localhost:10.0')).toMatchObject({ isLocal: true, ways: [{ host: 'localhost', port: 6010 }] });
    expect(parseDisplay('[2001:db8::1]:2')).toMatchObject({
      isLocal: false,
      ways: [{ host: '2001:db8::1', port: 6002 }],
    });
    const launchd = '/private/tmp/com.apple.launchd.abc/org.xquartz:0';
    expect(parseDisplay(launchd)).toMatchObject({ isLocal: true, display: '0', ways: [{ path: launchd }] });
  });

  it.each(['', ':', '0', 'host', 'host:x', ':0.', 'a b:0', 'host:99999', '../x:0'])('refuses %j', (name) => {
    expect(parseDisplay(name)).toBeNull();
  });

  it('takes DISPLAY unless the profile names one; Windows has a usual one', () => {
    const here = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) => x11EnvironmentOf(platform, env, '/home/ada');
    expect(here('linux', {})).toMatchObject({ display: null, authorityFile: '/home/ada/.Xauthority' });
    expect(here('linux', { DISPLAY: ':1', XAUTHORITY: '/x' })).toMatchObject({ display: ':1', authorityFile: '/x' });
    expect(here('win32', {}).display).toBe('localhost:0');
    expect(displayNameOf({ x11Display: ' ' }, here('linux', { DISPLAY: ':1' }))).toBe(':1');
    expect(displayNameOf({ x11Display: ':7' }, here('linux', { DISPLAY: ':1' }))).toBe(':7');
  });
});

const entry = (family: number, address: Buffer | string, display: string, data: string): AuthorityEntry => ({
  family,
  address: Buffer.from(address as string),
  display,
  protocol: 'MIT-MAGIC-COOKIE-1',
  data: Buffer.from(data),
});

describe('an authority file', () => {
  const bytesOf = ({ family, address, display, protocol, data }: AuthorityEntry) => {
    const number = (value: number) => Buffer.from([value >> 8, value & 255]);
    const parts = [address, Buffer.from(display), Buffer.from(protocol), data];
    return Buffer.concat([number(family), ...parts.flatMap((part) => [number(part.length), part])]);
  };

  it('is read as far as it goes', () => {
    const [one, two] = [entry(families.local, 'here', '0', 'one'), entry(families.wild, '', '', 'two')];
    const file = Buffer.concat([bytesOf(one), bytesOf(two)]);
    expect(parseAuthority(file)).toEqual([one, two]);
    expect(parseAuthority(file.subarray(0, -1))).toEqual([one]);
    for (let round = 0; round < 2000; round += 1) expect(() => parseAuthority(randomBytes(round))).not.toThrow();
  });

  it('has a cookie for a display of this computer, whatever that was called', () => {
    const entries = [entry(families.local, 'before', '1', 'old'), entry(families.local, 'here', '1', 'own')];
    const owner = { hostName: 'here', isLocal: true, address: null, display: '1' };
    expect(cookieFor(entries, owner)?.toString()).toBe('own');
    expect(cookieFor(entries, { ...owner, hostName: 'after' })?.toString()).toBe('old');
    expect(cookieFor(entries, { ...owner, display: '2' })).toBeNull();
    const other = entries.map((one) => ({ ...one, protocol: 'XDM-AUTHORIZATION-1' }));
    expect(cookieFor(other, owner)).toBeNull();
  });

  it("gives no other host this computer's cookie", () => {
    const ipv6 = Buffer.alloc(16);
    ipv6.set([0x20, 0x01, 0x0d, 0xb8]);
    ipv6[15] = 1;
    const entries = [
      entry(families.local, 'here', '0', 'own'),
      entry(families.internet, Buffer.from([192, 0, 2, 7]), '0', 'four'),
      entry(families.internet6, ipv6, '0', 'six'),
    ];
    const cookie = (address: string) =>
      cookieFor(entries, { hostName: 'here', isLocal: false, address, display: '0' })?.toString() ?? null;
    expect([cookie('192.0.2.7'), cookie('::ffff:192.0.2.7'), cookie('2001:db8::1')]).toEqual(['four', 'four', 'six']);
    expect([cookie('192.0.2.8'), cookie('2001:db8::2')]).toEqual([null, null]);
  });
});

describe("an X client's first packet", () => {
  const head = (order: 'l' | 'B') => Buffer.from([order.charCodeAt(0), 0, ...Array.from({ length: 10 }, () => 0)]);

  it.each(['l', 'B'] as const)('is read and written in byte order %s, with its cookie exchanged', (order) => {
    const packet = writeSetup(
      { head: head(order), protocol: 'NAME-1', data: Buffer.alloc(0), length: 0 },
      Buffer.from('old'),
    );
    const setup = readSetup(Buffer.concat([packet, Buffer.from('what follows')]));
    if (setup === null || setup === 'refused') throw new Error('It was not read.');
    expect(setup).toMatchObject({ protocol: 'NAME-1', data: Buffer.from('old'), length: packet.length });
    expect(readSetup(writeSetup(setup, Buffer.from('new-cookie')))).toMatchObject({ data: Buffer.from('new-cookie') });
    expect(readSetup(writeSetup(setup, null))).toMatchObject({ protocol: '', data: Buffer.alloc(0), length: 12 });
    for (let length = 0; length < packet.length; length += 1) expect(readSetup(packet.subarray(0, length))).toBeNull();
  });

  it('is refused where it is none', () => {
    expect(readSetup(Buffer.from('x'))).toBe('refused');
    const long = head('l');
    long.writeUInt16LE(2000, 8);
    expect(readSetup(long)).toBe('refused');
  });
});
