import { describe, expect, it } from 'vitest';
import { typedText } from './typed-text.ts';

const typed = (text: string) => new TextDecoder().decode(typedText(text));

describe('typedText', () => {
  it('reads escapes as keys', () => {
    expect(typed('\\s\\b')).toBe(' \b');
    expect(typed('\\r\\n\\t\\e[A\\x03')).toBe('\r\n\t\u001b[A\u0003');
  });

  it('takes all else as it stands', () => {
    expect(typed('echo \\q 日本\\')).toBe('echo \\q 日本\\');
    expect(typed('\\\\n')).toBe('\\n');
    expect(typed('\\xZZ')).toBe('\\xZZ');
  });
});
