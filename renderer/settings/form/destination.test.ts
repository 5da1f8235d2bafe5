import { describe, expect, it } from 'vitest';
import { parseDestination } from './destination.ts';

const read = (typed: string) => {
  const result = parseDestination(typed);
  return result.ok ? result.value : result.failure.message;
};

describe('parseDestination', () => {
  it.each([
    ['example.com', 'example.com', null, null],
    ['  example.com\t', 'example.com', null, null],
    ['root@example.com', 'example.com', 'root', null],
    ['first.last@corp@example.com', 'example.com', 'first.last@corp', null],
    ['@example.com', 'example.com', null, null],
    ['example.com:2222', 'example.com', null, 2222],
    ['root@example.com:2222', 'example.com', 'root', 2222],
    ['example.com:', 'example.com', null, null],
    ['2001:db8::1', '2001:db8::1', null, null],
    ['::1', '::1', null, null],
    ['fe80::1%eth0', 'fe80::1%eth0', null, null],
    ['root@2001:db8::1', '2001:db8::1', 'root', null],
    ['[2001:db8::1]', '2001:db8::1', null, null],
    ['root@[2001:db8::1]:2222', '2001:db8::1', 'root', 2222],
    ['ssh://example.com', 'example.com', null, null],
    ['SSH://root@example.com:2222/', 'example.com', 'root', 2222],
    ['ssh://o%27neil@example.com/?x#y', 'example.com', "o'neil", null],
    ['ssh://bad%zz@example.com', 'example.com', 'bad%zz', null],
    ['ssh://root;fingerprint=x:secret@[::1]:22', '::1', 'root', 22],
  ])('reads %j', (typed, host, user, port) => {
    expect(read(typed)).toEqual({ host, user, port });
  });

  it.each(['', '   ', 'root@', ':22', '[]:22', 'ssh://'])('asks for a host name when there is none in %j', (typed) => {
    expect(read(typed)).toBe('Enter a host name.');
  });

  it.each(['two words', 'https://example.com', 'a/b', '[::1', '[::1]x'])('refuses %j as a host name', (typed) => {
    expect(read(typed)).toBe('A host name has no spaces, slashes or brackets.');
  });

  it.each(['host:0', 'host:65536', 'host:ssh', 'host:1e3', '[::1]:-1'])('refuses the port of %j', (typed) => {
    expect(read(typed)).toBe('After the colon, enter a port from 1 to 65535.');
  });
});
