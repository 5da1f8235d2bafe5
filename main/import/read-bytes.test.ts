import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { readBytes } from './read-bytes.ts';
import { plainNotation } from './testing/read-text.ts';

const read = (bytes: string | Uint8Array) => readBytes(Buffer.from(bytes), 'file', plainNotation);

it.each([
  ['', "doesn't know what to do"],
  ['Dear Sir or Madam', "doesn't know what to do"],
  ['{"format":"other"}', "doesn't know what to do"],
  [
    'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\7-Zip]\r\n"Lang"="-"\r\n',
    'no sessions of PuTTY',
  ],
  ['{"format":"holdfast-sessions"}', 'is damaged'],
  ['{"format":"holdfast-sessions","version":1,"sessions":{}}', 'is damaged'],
  ['{"format":"holdfast-sessions","version":2,"sessions":[]}', 'newer version'],
])('refuses %j in a sentence', (text, part) => {
  const result = read(text);
  expect(!result.ok && result.failure.message).toContain(part);
  expect(!result.ok && result.failure.message).toMatch(/\.$/);
});

it('never throws, whatever the bytes are', () => {
  for (let count = 0; count < 200; count += 1) expect(() => read(randomBytes(count * 5))).not.toThrow();
});

it('reads 16 MB of rubbish in a bearable time', () => {
  const started = performance.now();
  expect(read('a=b\\c,"[]%'.repeat(1_600_000)).ok).toBe(false);
  expect(performance.now() - started).toBeLessThan(20_000);
});

it('takes known_hosts for host keys alone', () => {
  const result = read('# mine\nhost ssh-ed25519 AAAA\n');
  expect(result).toMatchObject({ value: { kind: 'host-keys', hostKeys: ['host ssh-ed25519 AAAA'], sessions: [] } });
});
