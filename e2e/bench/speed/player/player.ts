import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { loopback } from '../../../lab/tcp.ts';
import { lineReader, type Order, type Report } from './protocol.ts';

/** Runs in each session in place of a shell, does what the bench orders by a socket, and so is the same in all terminals. */

const { stdin, stdout } = process;
const bench = connect(Number(process.argv[2]), loopback);
const report = (message: Report) => bench.write(`${JSON.stringify(message)}\n`);
const print = (text: string) => stdout.write(text);

/** Pieces of a flood that this process prints itself: what a pty takes at once. */
const pieceBytes = 4096;

/** Ends what goes on; resolves once it has. */
let rest = async (): Promise<void> => undefined;
let onInput = (_text: string): void => undefined;

async function play(file: string): Promise<void> {
  let answer = '';
  const began = performance.now();
  await once(spawn('cat', [file], { stdio: 'inherit' }), 'exit');
  const answered = new Promise<void>((resolve) => {
    onInput = (text) => {
      answer += text;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it begins the answer
      if (/\u001b\[\d+;\d+R/.test(answer)) resolve();
    };
  });
  print('\u001b[6n');
  await answered;
  report({ kind: 'played', ms: performance.now() - began });
}

function flood(file: string): void {
  stdin.setRawMode(false);
  const cat: ChildProcess = spawn('cat', Array<string>(1000).fill(file), { stdio: 'inherit' });
  report({ kind: 'flooding' });
  const ended = once(cat, 'exit').then(() => {
    stdin.setRawMode(true);
    rest = async () => undefined;
    report({ kind: 'resting' });
  });
  rest = async () => {
    cat.kill();
    await ended;
  };
}

const clear = '\u001b[!p\u001b[H\u001b[2J\u001b[?25l';

function echo(): void {
  onInput = (text) => print(`\u001b[2;5H${text.at(-1)}`);
  print(clear);
  report({ kind: 'echoing' });
}

async function echoInFlood(file: string): Promise<void> {
  const text = readFileSync(file, 'latin1');
  let key = '';
  let resting = false;
  onInput = (typed) => {
    key = `\u001b7\u001b[2;5H${typed.at(-1)}\u001b8`;
  };
  print(`${clear}\u001b[3;${stdout.rows}r\u001b[3;1H`);
  report({ kind: 'echoing' });
  const ended = (async () => {
    for (let at = 0; !resting; at = (at + pieceBytes) % text.length) {
      const piece = key + text.slice(at, at + pieceBytes);
      key = '';
      await new Promise((resolve) => stdout.write(piece, 'latin1', resolve));
      await nextTurn(); // keys are read
    }
  })();
  rest = async () => {
    resting = true;
    await ended;
    rest = async () => undefined;
    report({ kind: 'resting' });
  };
}

function obey(order: Order): void {
  if (order.kind === 'play') void play(order.file);
  else if (order.kind === 'flood') flood(order.file);
  else if (order.kind === 'echo') echo();
  else if (order.kind === 'echo-in-flood') void echoInFlood(order.file);
  else void rest();
}

process.on('SIGINT', () => undefined); // is meant for cat
stdin.setRawMode(true);
stdin.setEncoding('latin1').on('data', (text: string) => onInput(text));
bench.setEncoding('utf8').on('data', lineReader(obey));
bench.on('close', () => process.exit());
report({ kind: 'here', columns: stdout.columns, rows: stdout.rows });
