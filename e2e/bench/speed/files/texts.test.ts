import { describe, expect, it } from 'vitest';
import { textKinds, textOf } from './texts.ts';

describe('the texts that are printed', () => {
  it.each(textKinds)('are the same each time, whole lines, and as long as was asked: %s', (kind) => {
    const text = textOf(kind, 10_000);
    expect(text).toEqual(textOf(kind, 10_000));
    expect(text.length).toBeGreaterThanOrEqual(10_000);
    expect(text.length).toBeLessThan(11_000);
    expect(text.at(-1)).toBe(10);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(text)).toContain('service[');
  });

  it('are plain, coloured, and of wide characters', () => {
    const [plain = '', colours = '', wide = ''] = textKinds.map((kind) => textOf(kind, 10_000).toString());
    expect(plain).toMatch(/^[ -~\n]*$/);
    expect(colours.split('\u001b[').length).toBeGreaterThan(500);
    expect(wide.match(/\p{Script=Han}/gu)?.length).toBeGreaterThan(1000);
  });
});
