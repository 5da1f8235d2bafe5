/** What becomes of keys while there is no terminal at the server that would show and edit them. */
export interface LineEditing {
  readonly type: (bytes: Uint8Array) => void;
}

export interface LineEditingOptions {
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
 * Edits lines as PuTTY does where no pseudo-terminal was allocated: keys are shown, Backspace and Ctrl+U take back, Enter
 * sends. Keys that move a cursor do nothing.
 */
export function createLineEditing({ onLine, onEcho, onInterrupt, onEnd }: LineEditingOptions): LineEditing {
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
        onLine(`${line.join('')}\n`);
        line = [];
        return;
      case '\b':
      case '\x7f':
        return takeBack(Math.min(1, line.length));
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
      // biome-ignore lint/suspicious/noControlCharactersInRegex: keys that move the cursor are escape sequences
      const text = decoder.decode(bytes, { stream: true }).replace(/\x1b(?:[[O][0-?]*[ -/]*[@-~]|.)?/g, '');
      for (const key of text) typeKey(key);
    },
  };
}

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
