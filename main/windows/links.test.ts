import { describe, expect, it } from 'vitest';
import { checkLink } from './links.ts';

describe('checkLink', () => {
  it.each(['https://example.com/a?b#c', 'http://[::1]:8080/', 'mailto:ada@example.com'])('lets %s through', (url) => {
    expect(checkLink(url)).toEqual({ ok: true, value: url });
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    'ssh://host',
    '/etc/passwd',
    'C:\\Windows\\System32\\calc.exe',
    ' ',
    '',
  ])('refuses %j', (url) => {
    expect(checkLink(url)).toMatchObject({ ok: false, failure: { code: 'invalid-payload' } });
  });
});
