import { describe, expect, it } from 'vitest';
import { harmlessLine, harmlessText } from './sanitise.ts';

describe('server text', () => {
  it('loses escape sequences and other control characters', () => {
    expect(harmlessLine('\u001b]0;owned\u0007Permission \u0000denied\u009b31m')).toBe(']0;ownedPermission denied31m');
  });

  it('loses characters that reorder or hide text', () => {
    expect(harmlessLine('pass\u202eword\u2066\u200b\ufeff:')).toBe('password:');
  });

  it('becomes one line where one line is wanted', () => {
    expect(harmlessLine('  a\r\n\tb  \n')).toBe('a b');
  });

  it('keeps its line breaks and tabs where they are wanted', () => {
    expect(harmlessText('one\r\n\ttwo\n')).toBe('one\n\ttwo\n');
  });

  it('keeps letters of every script', () => {
    expect(harmlessLine('Пароль für 用户 👩:')).toBe('Пароль für 用户 👩:');
  });

  it('is cut where it is too long, and not within a character', () => {
    const cut = harmlessLine('👩'.repeat(10_000));
    expect([...cut]).toHaveLength(513);
    expect(cut.endsWith('👩…')).toBe(true);
    expect(harmlessText('x'.repeat(160_000))).toHaveLength(4097);
  });
});
