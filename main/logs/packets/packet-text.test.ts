import { describe, expect, it } from 'vitest';
import { createPacketText, type Direction } from './packet-text.ts';

const uint32 = (value: number) =>
  Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255));
const string = (text: string) => Buffer.concat([uint32(Buffer.byteLength(text)), Buffer.from(text)]);
const message = (type: number, ...parts: readonly Uint8Array[]) => Buffer.concat([Buffer.of(type), ...parts]);
const authRequest = (method: string, ...rest: readonly Uint8Array[]) =>
  message(50, string('ada'), string('ssh-connection'), string(method), ...rest);
const kexInit = (methods: string) => message(20, Buffer.alloc(16), string(methods), string(''));

const at = new Date(2026, 2, 9, 4, 5, 6, 78).getTime();
const setUp = (passwords = true, data = false) => {
  const text = createPacketText(() => ({ passwords, data }));
  const packet = (direction: Direction) => (payload: Uint8Array) => {
    text.note(direction, payload);
    return text.packet(direction, 7, payload, at).toString();
  };
  return {
    out: packet('outgoing'),
    in: packet('incoming'),
    raw: (bytes: Uint8Array) => text.raw('incoming', bytes, at).toString(),
  };
};
const nameIn = (text: string) => /\((.*?)\)/.exec(text)?.[1];

describe('a packet in a log', () => {
  it('has its number, type, name and time, and its bytes as PuTTY writes them', () => {
    expect(setUp().in(message(2, string('twenty bytes of text')))).toBe(
      [
        'Incoming packet #0x7, type 2 / 0x02 (SSH2_MSG_IGNORE) at 2026-03-09 04:05:06.078',
        '  00000000  00 00 00 14 74 77 65 6e 74 79 20 62 79 74 65 73  ....twenty bytes',
        '  00000010  20 6f 66 20 74 65 78 74                           of text',
        '',
      ].join('\n'),
    );
  });

  it('is named after the key exchange that was agreed on', () => {
    const named = (ours: string, theirs: string, type: number) => {
      const text = setUp();
      text.in(kexInit(theirs));
      text.out(kexInit(ours));
      return nameIn(text.out(message(type)));
    };
    expect(named('curve25519-sha256', 'curve25519-sha256', 30)).toBe('SSH2_MSG_KEX_ECDH_INIT');
    expect(named('a,diffie-hellman-group14-sha256', 'diffie-hellman-group14-sha256,a2', 31)).toBe(
      'SSH2_MSG_KEXDH_REPLY',
    );
    expect(named('diffie-hellman-group-exchange-sha256', 'diffie-hellman-group-exchange-sha256', 34)).toBe(
      'SSH2_MSG_KEX_DH_GEX_REQUEST',
    );
  });

  it('is named after the login that is under way', () => {
    const named = (method: string, type: number) => {
      const text = setUp();
      text.out(authRequest(method));
      return nameIn(text.in(message(type)));
    };
    expect(named('publickey', 60)).toBe('SSH2_MSG_USERAUTH_PK_OK');
    expect(named('password', 60)).toBe('SSH2_MSG_USERAUTH_PASSWD_CHANGEREQ');
    expect(named('keyboard-interactive', 61)).toBe('SSH2_MSG_USERAUTH_INFO_RESPONSE');
    expect(named('none', 60)).toBe('unknown');
  });

  it('has no password, old or new, no answer and no cookie where they are omitted', () => {
    const text = setUp();
    const packets = [
      authRequest('password', Buffer.of(0), string('old secret')),
      authRequest('password', Buffer.of(1), string('old secret'), string('new secret')),
      authRequest('keyboard-interactive', string(''), string('')),
      message(61, uint32(2), string('first secret'), string('second secret')),
      message(98, uint32(0), string('x11-req'), Buffer.of(1, 0), string('MIT-MAGIC-COOKIE-1'), string('cookie secret')),
    ].map(text.out);
    expect(packets[0]).toContain('ada');
    expect(packets[0]).toMatch(/XX XX XX.*XXX/);
    expect(packets.join('')).not.toMatch(/sec|ret|73 65 63|65 63 72/);
    const all = packets.join('').match(/ XX(?= )/g);
    expect(all).toHaveLength('old secret'.length * 2 + 'new secretfirst secretsecond secretcookie secret'.length);
  });

  it('has them where they are not omitted, and those of the server always', () => {
    expect(setUp(false).out(authRequest('password', Buffer.of(0), string('secret')))).toContain('secret');
    const text = setUp();
    text.out(authRequest('keyboard-interactive'));
    expect(text.in(message(61, uint32(1), string('secret')))).toContain('secret');
  });

  it('shows nothing of a password that is not where it should be', () => {
    const broken = authRequest('password', Buffer.of(0), uint32(1000), Buffer.from('secret'));
    expect(setUp().out(broken)).not.toMatch(/s?ecret/);
    expect(setUp().out(message(50, uint32(3)))).toContain('SSH2_MSG_USERAUTH_REQUEST');
  });

  it('says how long the session data was that is omitted, either way', () => {
    const text = setUp(true, true);
    expect(text.in(message(94, uint32(5), string('output')))).toMatch(
      / {2}00000000 {2}00 00 00 05 00 00 00 06 +\.{8}\n {2}\(6 bytes omitted\)\n$/,
    );
    expect(text.out(message(94, uint32(5), string('x')))).toContain('(1 byte omitted)');
    expect(text.in(message(95, uint32(5), uint32(1), string('oops')))).toContain('(4 bytes omitted)');
    expect(text.in(message(96, uint32(5)))).toContain('00 00 00 05');
  });

  it('writes raw data with its time', () => {
    expect(setUp().raw(Buffer.from('SSH-2.0-x\r\n'))).toBe(
      'Incoming raw data at 2026-03-09 04:05:06.078\n  00000000  53 53 48 2d 32 2e 30 2d 78 0d 0a                 SSH-2.0-x..\n',
    );
  });
});
