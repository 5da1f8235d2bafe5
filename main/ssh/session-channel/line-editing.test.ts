import { describe, expect, it } from 'vitest';
import { createEcho, createLineEditing, createLineEnds } from './line-editing.ts';

function setUp() {
  const told: string[] = [];
  let shown = '';
  const editing = createLineEditing({
    lineEnd: '\n',
    onLine: (line) => told.push(line),
    onEcho: (text) => {
      shown += text;
    },
    onInterrupt: () => told.push('interrupt'),
    onEnd: () => told.push('end'),
  });
  const type = (...chunks: readonly (string | Uint8Array)[]) => {
    for (const chunk of chunks) editing.type(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  };
  return { type, told, shown: () => shown };
}

describe('typing without a terminal at the server', () => {
  it('is shown, and sent a line at a time', () => {
    const { type, told, shown } = setUp();
    type('l', 's');
    expect(told).toEqual([]);
    type('\r');
    expect({ told, shown: shown() }).toEqual({ told: ['ls\n'], shown: 'ls\r\n' });
  });

  it('is taken back by Backspace and Ctrl+U, whole characters at a time', () => {
    const { type, told, shown } = setUp();
    type('aé🚀', '\x7f', '\b', 'b', '\r', 'gone', '\x15', '\x7f', 'x\r');
    expect(told).toEqual(['ab\n', 'x\n']);
    expect(shown().startsWith('aé🚀\b \b\b \bb')).toBe(true);
  });

  it('loses its last word by Ctrl+W', () => {
    const { type, told } = setUp();
    type('one two  ', '\x17', 'x\r', 'three', '\x17', '\x17', '\r');
    expect(told).toEqual(['one x\n', '\n']);
  });

  it('takes a character whose bytes come apart', () => {
    const { type, told } = setUp();
    const [first, ...rest] = Buffer.from('é');
    type(Uint8Array.of(first ?? 0), Uint8Array.from(rest), '\r');
    expect(told).toEqual(['é\n']);
  });

  it('sends every line of a paste', () => {
    const { type, told } = setUp();
    type('one\rtwo\nthree');
    expect(told).toEqual(['one\n', 'two\n']);
  });

  it('interrupts with Ctrl+C, and ends with Ctrl+D on an empty line alone', () => {
    const { type, told } = setUp();
    type('half\x04', '\x03', '\x04');
    expect(told).toEqual(['interrupt', 'end']);
  });

  it('does nothing on keys that would move a cursor', () => {
    const { type, told } = setUp();
    type('a', '\x1b[A', '\x1bOP', '\x1b[1;5C', '\x1b', '\tb', '\r');
    expect(told).toEqual(['ab\n']);
  });
});

it('line feeds of a program without a terminal end their lines, those that do already are left', () => {
  const shown = createLineEnds();
  const text = (from: string) => Buffer.from(shown(Buffer.from(from))).toString();
  expect(text('a\nb\r\nc\r')).toBe('a\r\nb\r\nc\r');
  expect(text('\nd')).toBe('\nd');
});

it('what goes to the program at once is shown as text alone', () => {
  const echo = createEcho();
  expect(echo(Buffer.from('aé\x7f\x03\x1b[A\x1bOPb\r'))).toBe('aé\b \bb\r');
});
