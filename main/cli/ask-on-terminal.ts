import { closeSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { openTerminal } from './open-terminal.ts';
import { createTypedLine } from './typed-line.ts';

/** Null: cancelled, or nobody could be asked. */
export type AskLine = (question: string, echo: boolean, signal: AbortSignal) => Promise<string | null>;

/** Asks on the terminal itself, whatever standard input and output are, and `elsewhere` if there is none. */
export const askOnTerminal =
  (elsewhere: AskLine): AskLine =>
  async (question, echo, signal) => {
    const input = openTerminal('input');
    const output = openTerminal('output');
    if (input === null || output === null) return elsewhere(question, echo, signal);
    const keys = new ReadStream(input);
    try {
      keys.setRawMode(true);
      writeSync(output, question);
      return await lineFrom(keys, echo, signal, (text) => writeSync(output, text));
    } finally {
      keys.setRawMode(false);
      keys.destroy();
      closeSync(output);
    }
  };

function lineFrom(keys: ReadStream, echo: boolean, signal: AbortSignal, show: (text: string) => void) {
  const typed = createTypedLine(echo);
  return new Promise<string | null>((resolve) => {
    const finish = (line: string | null) => {
      signal.removeEventListener('abort', cancel);
      keys.pause();
      resolve(line);
    };
    const cancel = () => finish(null);
    signal.addEventListener('abort', cancel);
    keys.on('error', cancel);
    keys.on('end', cancel);
    keys.on('data', (bytes: Buffer) => {
      const { shown, done, line } = typed.type(bytes);
      if (shown !== '') show(shown);
      if (done) finish(line);
    });
  });
}
