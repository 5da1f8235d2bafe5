import { describe, expect, it } from 'vitest';
import { typedKeys } from './typed-keys.ts';

describe('typedKeys', () => {
  it('reads escapes as keys', () => {
    expect(typedKeys('\\s\\b')).toBe(' \b');
    expect(typedKeys('\\r\\n\\t\\e[A\\x03')).toBe('\r\n\t\u001b[A\u0003');
  });

  it('takes all else as it stands', () => {
    expect(typedKeys('echo \\q 日本\\')).toBe('echo \\q 日本\\');
    expect(typedKeys('\\\\n')).toBe('\\n');
    expect(typedKeys('\\xZZ')).toBe('\\xZZ');
  });
});
