import { describe, expect, it } from 'vitest';
import { createHandshakePeek, type Spoken } from './handshake-peek.ts';
import { type AlgorithmLists, missingAlgorithm } from './kex-init.ts';

const list = (names: string) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(names.length);
  return Buffer.concat([length, Buffer.from(names)]);
};

/** An unencrypted packet (RFC 4253, 6) with a KEXINIT of these lists. */
function kexInit(...lists: string[]): Buffer {
  const payload = Buffer.concat([Buffer.from([20]), Buffer.alloc(16, 7), ...lists.map(list), Buffer.alloc(13)]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(payload.length + 1 + 4);
  head[4] = 4;
  return Buffer.concat([head, payload, Buffer.alloc(4)]);
}

const lists = ['k1,k2', 'h1', 'c1', 'c2', 'm1', 'm2', 'none', 'none,z'];

const readAll = (bytes: Buffer, size: number): Spoken => {
  const peek = createHandshakePeek();
  let spoken = peek.read(Buffer.alloc(0));
  for (let i = 0; i < bytes.length; i += size) spoken = peek.read(bytes.subarray(i, i + size));
  return spoken;
};

describe('the peek at a handshake', () => {
  const hello = Buffer.concat([
    Buffer.from('Hi there\r\nSSH-2.0-Test_1 x\r\n'),
    kexInit(...lists),
    Buffer.alloc(500, 9),
  ]);

  it.each([1, 7, 100_000])('reads version and algorithms, in pieces of %i bytes', (size) => {
    expect(readAll(hello, size)).toEqual({
      kind: 'ssh',
      version: 'SSH-2.0-Test_1 x',
      offers: {
        kex: ['k1', 'k2'],
        hostKey: ['h1'],
        cipherOut: ['c1'],
        cipherIn: ['c2'],
        macOut: ['m1'],
        macIn: ['m2'],
        compressionOut: ['none'],
        compressionIn: ['none', 'z'],
      },
    });
  });

  it.each([
    ['another message', Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.alloc(8)])],
    ['a list that is longer than the packet', kexInit('a').fill(255, 22, 26)],
    ['too few lists', kexInit('a', 'b')],
    ['a packet that is too long', Buffer.alloc(100, 255)],
  ])('knows no algorithms from %s', (_name, packet) => {
    expect(readAll(Buffer.concat([Buffer.from('SSH-2.0-x\r\n'), packet]), 1000)).toMatchObject({ offers: null });
  });

  it.each([
    ['nothing', '', 'greeting'],
    ['half a version', 'SSH-2.0-O', 'greeting'],
    ['lines of text, coloured too', 'Welcome\u001b[1m\r\nto\tthis\r\n', 'greeting'],
    ['a web server', 'HTTP/1.1 200 OK', 'not-ssh'],
    ['TLS', '\u0015\u0003\u0001\u0000\u0002', 'not-ssh'],
  ])('tells what it is to hear %s', (_name, bytes, kind) => {
    expect(readAll(Buffer.from(bytes, 'latin1'), 3).kind).toBe(kind);
  });

  it('keeps the first line, and nothing else, of a greeting', () => {
    expect(readAll(Buffer.from('one\r\ntwo\r\n'), 2)).toEqual({ kind: 'greeting', firstLine: 'one' });
  });
});

describe('what two sides lack in common', () => {
  const both: AlgorithmLists = {
    kex: ['k'],
    hostKey: ['h'],
    cipherOut: ['aes128-gcm@openssh.com', 'aes128-ctr'],
    cipherIn: ['aes128-gcm@openssh.com', 'aes128-ctr'],
    macOut: ['m'],
    macIn: ['m'],
    compressionOut: ['none'],
    compressionIn: ['none'],
  };
  const missing = (server: Partial<AlgorithmLists>) => missingAlgorithm(both, { ...both, ...server })?.category;

  it('is nothing where they agree', () => {
    expect(missingAlgorithm(both, both)).toBeNull();
  });

  it.each([
    ['key exchange method', { kex: ['x'] }],
    ['host key type', { hostKey: ['x'] }],
    ['cipher', { cipherIn: ['x'] }],
    ['MAC', { cipherOut: ['aes128-ctr'], macOut: ['x'] }],
    ['compression method', { compressionIn: ['x'] }],
  ] as const)('is the %s', (category, server) => {
    expect(missing(server)).toBe(category);
  });

  it('is no MAC where the cipher authenticates', () => {
    expect(missing({ macOut: ['x'], macIn: ['x'] })).toBeUndefined();
  });

  it('is not hidden by signals in the list of key exchanges', () => {
    const client = { ...both, kex: ['k', 'ext-info-c', 'kex-strict-c-v00@openssh.com'] };
    const server = { ...both, kex: ['x', 'ext-info-c', 'kex-strict-s-v00@openssh.com'] };
    expect(missingAlgorithm(client, server)).toEqual({ category: 'key exchange method', serverOffers: ['x'] });
  });
});
