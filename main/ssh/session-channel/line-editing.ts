/** What becomes of keys while they are edited here, and not by the terminal at the server. */
export interface LineEditing {
  readonly type: (bytes: Uint8Array) => void;
  /** Gives up the line that was begun, and says what it was. */
  readonly takeLine: () => string;
}

export interface LineEditingOptions {
  /** What Enter is to the program: a line feed without a terminal, with one a carriage return. */
  readonly lineEnd: '\n' | '\r';
  /** A whole line, with its end. */
  readonly onLine: (line: string) => void;
  /** What is to be seen of the typing. */
  readonly onEcho: (text: string) => void;
  /** Ctrl+C. */
  readonly onInterrupt: () => void;
  /** Ctrl+D on an empty line. */
  readonly onEnd: () => void;
}

/**
 * Edits lines as PuTTY does where no pseudo-terminal was allocated: keys are shown, Backspace, Ctrl+W and Ctrl+U take
 * back, Enter sends. Keys that move a cursor do nothing.
 */
export function createLineEditing({ lineEnd, onLine, onEcho, onInterrupt, onEnd }: LineEditingOptions): LineEditing {
  const decoder = new TextDecoder();
  let line: readonly string[] = [];

  const takeBack = (count: number) => {
    line = line.slice(0, line.length - count);
    onEcho('\b \b'.repeat(count));
  };

  const typeKey = (key: string) => {
    switch (key) {
      case '\r':
      case '\n':
        onEcho('\r\n');
        onLine(`${line.join('')}${lineEnd}`);
        line = [];
        return;
      case '\b':
      case '\x7f':
        return takeBack(Math.min(1, line.length));
      case '\x17':
        return takeBack(line.length - line.join('').replace(/\S*\s*$/, '').length);
      case '\x15':
        return takeBack(line.length);
      case '\x03':
        onEcho('^C\r\n');
        line = [];
        return onInterrupt();
      case '\x04':
        return line.length === 0 ? onEnd() : undefined;
      default:
        if (key < ' ') return;
        line = [...line, key];
        onEcho(key);
    }
  };

  return {
    type: (bytes) => {
      for (const key of withoutSequences(decoder.decode(bytes, { stream: true }))) typeKey(key);
    },
    takeLine: () => {
      const taken = line.join('');
      line = [];
      return taken;
    },
  };
}

/** What is to be seen of keys that go to the program at once. */
export function createEcho(): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder();
  return (bytes) =>
    withoutSequences(decoder.decode(bytes, { stream: true }))
      .replace(/[\b\x7f]/g, '\b \b')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character is no text
      .replace(/[\x00-\x07\x0b\x0c\x0e-\x1f]/g, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: keys that move the cursor are escape sequences
const withoutSequences = (text: string) => text.replace(/\x1b(?:[[O][0-?]*[ -/]*[@-~]|.)?/g, '');

/** Ends lines as a terminal needs them: a program without one prints line feeds alone. */
export function createLineEnds(): (bytes: Uint8Array) => Uint8Array {
  let last = 0;
  return (bytes) => {
    const ended: number[] = [];
    for (const byte of bytes) {
      if (byte === 0x0a && last !== 0x0d) ended.push(0x0d);
      ended.push(byte);
      last = byte;
    }
    return Uint8Array.from(ended);
  };
}
