import { closeSync, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { createTypedLine } from './typed-line.ts';

/** Asks a question on the terminal itself, whatever standard input and output are; null: cancelled, or there is none. */
export type AskLine = (question: string, echo: boolean, signal: AbortSignal) => Promise<string | null>;

const isWindows = process.platform === 'win32';

/** The terminal of a process by its names on each system. */
const [inputName, outputName] = isWindows ? ['\\\\.\\CONIN$', '\\\\.\\CONOUT$'] : ['/dev/tty', '/dev/tty'];

export const askOnTerminal: AskLine = async (question, echo, signal) => {
  const input = opened(inputName);
  const output = opened(outputName);
  if (input === null || output === null) return null;
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

function opened(name: string): number | null {
  try {
    return openSync(name, 'r+');
  } catch {
    return null;
  }
}
