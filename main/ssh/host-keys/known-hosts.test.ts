import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeyPair, makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { hashedName, knownHostsName } from './host-pattern.ts';
import { linesOf, parseKnownHosts } from './known-hosts.ts';

describe('known_hosts', () => {
  let folder: string;
  let key: KeyPair;
  const write = (name: string, text: string | Buffer) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const found = (text: string, name: string) => linesOf(name, parseKnownHosts(text)).map(({ line }) => line);

  /** The lines that the real ssh-keygen finds. */
  const foundByOpenSsh = (file: string, name: string): readonly number[] => {
    try {
      const output = execFileSync('ssh-keygen', ['-F', name, '-f', file], { encoding: 'utf8', stdio: 'pipe' });
      return [...output.matchAll(/found: line (\d+)/g)].map((match) => Number(match[1]));
    } catch {
      return []; // it ends with 1 where it finds nothing
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-known-hosts-'));
    key = await makeKeyPair(folder, 'key');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const patterns = [
    'example.com',
    'Example.COM,192.0.2.7',
    '*.example.com,!secret.example.com',
    '!secret.example.com,*.example.com',
    '!*.example.com',
    'host?.lan',
    '[example.com]:2222',
    '[*]:2222',
    '*',
    '?',
    '*a*b*c',
    '2001:db8::1',
    '[2001:db8::1]:2222',
    ',,',
    '!',
    `${'*'.repeat(40)}.lan`,
  ];
  const names = [
    ...['example.com', 'www.example.com', 'secret.example.com', 'a.b.example.com', 'notexample.com', '192.0.2.7'],
    ...['host1.lan', 'host.lan', 'host12.lan', '[example.com]:2222', '[www.example.com]:2222', 'x', 'xaxbxc', 'abcd'],
    ...['2001:db8::1', '[2001:db8::1]:2222', 'example.comm'],
  ];

  it('finds for every pattern and name the lines that ssh-keygen -F finds', () => {
    const text = patterns.map((pattern) => `${pattern} ${key.publicLine}\n`).join('');
    const file = write('patterns', text);
    for (const name of names) expect([name, found(text, name)]).toEqual([name, foundByOpenSsh(file, name)]);
  });

  it('reads names that ssh-keygen -H has hashed', () => {
    const plain = names.filter((name) => !name.includes('*'));
    const file = write('hashed', plain.map((name) => `${name} ${key.publicLine}\n`).join(''));
    execFileSync('ssh-keygen', ['-q', '-H', '-f', file], { stdio: 'pipe' });
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('|1|')).toBe(true);
    for (const [index, name] of plain.entries()) expect(found(text, name)).toEqual([index + 1]);
    expect(found(text, 'nobody.example.com')).toEqual([]);
  });

  it('hashes names as ssh-keygen reads them, each time with another salt', () => {
    const name = knownHostsName('Strange*Host', 2222);
    const file = write('own-hash', `${hashedName(name)} ${key.publicLine}\n`);
    expect(foundByOpenSsh(file, '[strange*host]:2222')).toEqual([1]);
    expect(hashedName(name)).not.toBe(hashedName(name));
  });

  it.each(['ed25519', 'rsa', 'ecdsa 256', 'ecdsa 384', 'ecdsa 521'])('reads a key of type %s', (kind) => {
    const [type = '', bits] = kind.split(' ');
    const file = join(folder, kind.replace(' ', '-'));
    execFileSync('ssh-keygen', ['-q', '-N', '', '-t', type, ...(bits ? ['-b', bits] : []), '-f', file]);
    const publicLine = readFileSync(`${file}.pub`, 'utf8');
    const [line] = parseKnownHosts(`example.com ${publicLine}`);
    expect(line?.keyType).toBe(publicLine.split(' ')[0]);
    const printed = execFileSync('ssh-keygen', ['-l', '-f', `${file}.pub`], { encoding: 'utf8' });
    expect(printed).toContain(` ${fingerprintOf(line?.blob ?? Buffer.alloc(0))} `);
  });

  it('tells revoked keys and certificate authorities from plain ones', () => {
    const text = `@revoked * ${key.publicLine}\n@cert-authority *.example.com ${key.publicLine}\nexample.com ${key.publicLine} a comment\n`;
    expect(parseKnownHosts(text).map(({ line, marker }) => [line, marker])).toEqual([
      [1, 'revoked'],
      [2, 'cert-authority'],
      [3, 'none'],
    ]);
  });

  it('passes over comments and broken lines and keeps counting', () => {
    const [type = '', blob = ''] = key.publicLine.split(' ');
    const broken = [
      ...['', '   ', '# example.com', '#', 'example.com', `example.com ${type}`, `example.com ssh-rsa ${blob}`],
      ...[`example.com ${type} not!base64`, `example.com ${type} AAAA`, `example.com ${type} ${blob.slice(0, 9)}`],
      ...[`@unknown example.com ${key.publicLine}`, `|1|abc|def ${key.publicLine}`, `|2|a|b ${key.publicLine}`],
      ...['example.com 1024 35 1234567890', '@revoked', '@revoked example.com', '|1|', '|'],
    ];
    const text = [...broken, `\t example.com \t ${type}\t${blob} me@here\r`, ''].join('\n');
    expect(parseKnownHosts(text).map(({ line, keyType }) => [line, keyType])).toEqual([[broken.length + 1, type]]);
  });

  it('takes a last line without an end', () => {
    expect(found(`a ${key.publicLine}\nb ${key.publicLine}`, 'b')).toEqual([2]);
  });

  it('is not slowed down or stopped by hostile files', () => {
    const long = 'x'.repeat(1024 * 1024);
    const binary = Buffer.from(Array.from({ length: 1024 * 1024 }, (_, index) => (index * 7919 + (index >> 8)) % 256));
    const text = [
      ...[
        long,
        `${long} ${key.publicLine}`,
        `a ${long} b`,
        `a ssh-ed25519 ${long}`,
        `${'a,'.repeat(500_000)}a ${key.publicLine}`,
      ],
      ...[`${'*a'.repeat(500)}b ${key.publicLine}`, `${' '.repeat(1024 * 1024)}a`, '|'.repeat(1024 * 1024)],
      ...[binary.toString('utf8').replaceAll('\n', ' '), `good ${key.publicLine}`],
    ].join('\n');
    const before = performance.now();
    expect(found(text, 'good')).toEqual([10]);
    expect(found(text, 'a'.repeat(255))).toEqual([]);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
