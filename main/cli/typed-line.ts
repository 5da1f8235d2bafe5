import { StringDecoder } from 'node:string_decoder';

/** Reads one line from keys, as a terminal in raw mode gives them. */
export interface TypedLine {
  /** What to show for these keys, and whether the line is done; null as line: it was cancelled. */
  readonly type: (keys: Uint8Array) => { readonly shown: string; readonly done: boolean; readonly line: string | null };
}

const enter = new Set(['\r', '\n']);
const backspace = new Set(['\x7f', '\b']);
const interrupt = '\x03';
const endOfInput = '\x04';
const killLine = '\x15';

/** `echo`: the line is shown as it is typed. A secret is not, not even its length. */
export function createTypedLine(echo: boolean): TypedLine {
  const decoder = new StringDecoder('utf8');
  let line: readonly string[] = [];

  return {
    type: (keys) => {
      let shown = '';
      for (const key of decoder.write(Buffer.from(keys))) {
        if (enter.has(key)) return { shown: `${shown}\r\n`, done: true, line: line.join('') };
        if (key === interrupt || (key === endOfInput && line.length === 0)) {
          return { shown: `${shown}\r\n`, done: true, line: null };
        }
        const removed = key === killLine ? line.length : backspace.has(key) ? Math.min(1, line.length) : 0;
        if (removed > 0) {
          line = line.slice(0, line.length - removed);
          if (echo) shown += '\b \b'.repeat(removed);
        } else if (key >= ' ' && key !== '\x7f') {
          line = [...line, key];
          if (echo) shown += key;
        }
      }
      return { shown, done: false, line: null };
    },
  };
}
