import { describe, expect, it } from 'vitest';
import { isOpenableLink, shownTarget } from './link-target.ts';

describe('isOpenableLink', () => {
  it.each(['https://example.com/', 'http://[::1]:8080/a?b', 'mailto:ada@example.com'])('accepts %s', (url) => {
    expect(isOpenableLink(url)).toBe(true);
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'ssh://host', 'smb://host/share', 'example.com', ''])(
    'refuses %j',
    (url) => {
      expect(isOpenableLink(url)).toBe(false);
    },
  );

  it('refuses an address that is too long to be shown', () => {
    expect(isOpenableLink(`https://example.com/${'a'.repeat(3000)}`)).toBe(false);
  });
});

describe('shownTarget', () => {
  it('shows a host name in look-alike letters for what it is', () => {
    expect(shownTarget('https://еxample.com/')).toBe('https://xn--xample-2of.com/');
  });
});
