import { describe, expect, it } from 'vitest';
import { isOwnPage, pageUrl } from './page.ts';

describe('isOwnPage', () => {
  it("knows the program's page", () => {
    expect(isOwnPage(pageUrl.href)).toBe(true);
    expect(isOwnPage(`${pageUrl.href}#tab`)).toBe(true);
  });

  it.each([
    'https://example.com/renderer/index.html',
    pageUrl.href.replace('file://', 'file://elsewhere'),
    pageUrl.href.replace('index.html', 'other.html'),
    'about:blank',
    'data:text/html,x',
    '',
  ])('does not take %s for it', (url) => {
    expect(isOwnPage(url)).toBe(false);
  });
});
