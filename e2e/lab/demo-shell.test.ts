import { describe, expect, it } from 'vitest';
import { type DemoContext, floodLines } from './demo-commands.ts';
import { type DemoEffect, endDemoFlood, startDemoShell, typeIntoDemoShell } from './demo-shell.ts';

const context: DemoContext = {
  columns: 132,
  rows: 43,
  environment: new Map([
    ['TERM', 'xterm-256color'],
    ['LANG', 'de_DE.UTF-8'],
  ]),
  answers: { title: '\u001b]0;hello\u0007' },
};

const written = (effects: readonly DemoEffect[]) =>
  effects.map((effect) => (effect.kind === 'write' ? effect.text : `<${effect.kind}>`)).join('');

const [fresh, greeting] = startDemoShell();
const type = (input: string) => typeIntoDemoShell(fresh, input, context);
const answerTo = (input: string) => written(type(input)[1]);

describe('the demo shell', () => {
  it('greets with its prompt', () => {
    expect(written(greeting)).toBe('demo$ ');
  });

  it('echoes what is typed, and the command answers on lines of its own', () => {
    expect(answerTo('echo hi  "big  world"\r')).toBe('echo hi  "big  world"\r\nhi big  world\r\ndemo$ ');
  });

  it('takes characters that come one by one as it takes them together', () => {
    const input = 'ecko\b\bho \u00e4\u{1f600}\u007f!\r';
    let [shell, effects] = [fresh, [] as readonly DemoEffect[]];
    for (const character of input) {
      const [next, more] = typeIntoDemoShell(shell, character, context);
      [shell, effects] = [next, [...effects, ...more]];
    }
    expect(written(effects)).toBe(answerTo(input));
    expect(written(effects)).toContain('\r\n\u00e4!\r\n');
  });

  it('rubs out with backspace and stops at the beginning of the line', () => {
    expect(answerTo('a\u007f\u007f\b')).toBe('a\b \b');
  });

  it('drops the line on Ctrl+C', () => {
    expect(answerTo('exit\u0003\r')).toBe('exit^C\r\ndemo$ \r\ndemo$ ');
  });

  it('passes over function keys, also where one comes in two pieces', () => {
    const [shell] = type('\u001b[1');
    expect(written(typeIntoDemoShell(shell, ';5A\u001bOPx', context)[1])).toBe('x');
  });

  it('ends with the code that exit is given, and takes nothing after it', () => {
    expect(type('exit 7\recho no\r')[1].at(-1)).toEqual({ kind: 'exit', code: 7 });
    expect(type('exit\r')[1].at(-1)).toEqual({ kind: 'exit', code: 0 });
    expect(type('\u0004')[1].at(-1)).toEqual({ kind: 'exit', code: 0 });
  });

  it('tells the size and the environment that the client set', () => {
    expect(answerTo('size\r')).toContain('\r\n132x43\r\n');
    expect(answerTo('env\r')).toContain('\r\nTERM=xterm-256color\r\nLANG=de_DE.UTF-8\r\n');
  });

  it('says of an unknown command that it is unknown, also of one that every object has', () => {
    expect(answerTo('nosuch x\r')).toContain('\r\ndemo: nosuch: command not found\r\n');
    expect(answerTo('constructor\r')).toContain('command not found');
  });

  it('gives scripted answers as they are', () => {
    expect(answerTo('title\r')).toBe('title\r\n\u001b]0;hello\u0007demo$ ');
  });

  it('shows every one of 256 colours and true colours', () => {
    const answer = answerTo('colours\r');
    for (let code = 16; code < 256; code += 1) expect(answer).toContain(`\u001b[48;5;${code}m`);
    expect(answer).toContain('\u001b[48;2;255;0;0m');
    expect(answer).toContain('\u001b[48;2;0;0;255m');
    expect(answer).toContain('\u001b[107m');
  });

  it('names every command in its help', () => {
    for (const name of ['echo', 'flood', 'colours', 'size', 'env', 'idle', 'exit', 'help']) {
      expect(answerTo('help\r')).toContain(`\r\n  ${name} `);
    }
  });

  it('floods until Ctrl+C and drops what was typed meanwhile', () => {
    const [flooding, effects] = type('flood\r');
    expect(effects.at(-1)).toEqual({ kind: 'start-flood', lines: Number.POSITIVE_INFINITY });
    const [typing, none] = typeIntoDemoShell(flooding, 'echo no\r', context);
    expect(none).toEqual([]);
    const [shell, stopped] = typeIntoDemoShell(typing, '\u0003', context);
    expect(written(stopped)).toBe('<stop-flood>^C\r\ndemo$ ');
    expect(written(endDemoFlood(shell, context)[1])).toBe('demo$ ');
  });

  it('runs what was typed during a flood that ended by itself', () => {
    const [flooding, effects] = type('flood 3\recho after\r');
    expect(effects.at(-1)).toEqual({ kind: 'start-flood', lines: 3 });
    expect(written(endDemoFlood(flooding, context)[1])).toBe('demo$ echo after\r\nafter\r\ndemo$ ');
  });

  it('is silent while idle', () => {
    const [shell, effects] = type('idle\r');
    expect(written(effects)).toBe('idle\r\n');
    expect(typeIntoDemoShell(shell, 'abc\r', context)[1]).toEqual([]);
    expect(written(typeIntoDemoShell(shell, '\u0003', context)[1])).toBe('^C\r\ndemo$ ');
  });
});

describe('floodLines', () => {
  it('numbers lines of 64 bytes', () => {
    const lines = floodLines(41, 2);
    expect(lines).toHaveLength(128);
    expect(lines).toMatch(/^flood 000000041 .*\r\nflood 000000042 .*\r\n$/);
  });
});
