import { describe, expect, it } from 'vitest';
import { parseLink } from './link.ts';

const link = (host: string, more: object = {}) => ({
  ok: true,
  value: { host, user: null, port: null, leftOut: [], ...more },
});

describe('parseLink', () => {
  it('takes host, user and port', () => {
    expect(parseLink('ssh://example.com')).toEqual(link('example.com'));
    expect(parseLink('SSH://Ada@EXAMPLE.com:2222/')).toEqual(link('example.com', { user: 'Ada', port: 2222 }));
    expect(parseLink('ssh://ada%40corp@[2001:db8::1]:22')).toEqual(link('2001:db8::1', { user: 'ada@corp', port: 22 }));
  });

  it('shows letters of other scripts as they are looked up, so that none looks like another', () => {
    expect(parseLink('ssh://münchen.example')).toEqual(link('xn--mnchen-3ya.example'));
    expect(parseLink('ssh://ex%D0%B0mple.com')).toEqual(link('xn--exmple-4nf.com'));
  });

  it('leaves out passwords, parameters and whatever follows the host, and says so', () => {
    const result = parseLink('ssh://ada;fingerprint=ssh-rsa-c1:hunter2@example.com/~/x?command=rm#y');
    expect(result).toMatchObject({ value: { host: 'example.com', user: 'ada' } });
    expect(result.ok && result.value.leftOut).toHaveLength(3);
    expect(JSON.stringify(result)).not.toMatch(/hunter2|rm/);
  });

  it.each([
    'ssh:',
    'ssh://',
    'ssh:///etc',
    'ssh://@',
    'ssh://host:0',
    'ssh://host:65536',
    'ssh://host:22x',
    'ssh://-oProxyCommand=calc',
    'ssh://-l@host',
    'ssh://a%20b@host',
    'ssh://a%0Ab@host',
    'ssh://ho%00st',
    'ssh://ho%1bst',
    'ssh://ho st',
    'ssh://[::1',
    'ssh://%E0%A4%A@host',
    'ssh://%FF',
    'ssh://а@host',
    `ssh://${'a'.repeat(300)}`,
    'telnet://host',
    'sshx://host',
  ])('refuses %j with a sentence', (text) => {
    expect(parseLink(text)).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/\.$/) } });
  });
});
