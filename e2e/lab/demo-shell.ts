import { assertNever } from '#contract/failure.ts';
import { type DemoContext, type Outcome, runDemoCommand } from './demo-commands.ts';

const demoPrompt = 'demo$ ';

/** The state of the demo server's line editor. */
export interface DemoShell {
  readonly line: string;
  readonly running: 'nothing' | 'flood' | 'idle';
  /** Typed while a command ran. */
  readonly ahead: string;
  /** Where in an escape sequence of a function key the input stands. */
  readonly escape: 'none' | 'begun' | 'parameters';
}

export type DemoEffect =
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'start-flood'; readonly lines: number }
  | { readonly kind: 'stop-flood' }
  | { readonly kind: 'exit'; readonly code: number };

export type DemoStep = readonly [DemoShell, readonly DemoEffect[]];

/** The shell as it stands before the first key, and the prompt to write. */
export const startDemoShell = (): DemoStep => [
  { line: '', running: 'nothing', ahead: '', escape: 'none' },
  [write(demoPrompt)],
];

/** Takes what the user typed, decoded from UTF-8, and says what to do. Echoes as a terminal's line discipline would. */
export function typeIntoDemoShell(shell: DemoShell, input: string, context: DemoContext): DemoStep {
  const effects: DemoEffect[] = [];
  let now = shell;
  for (const character of input) {
    const [next, more] = takeCharacter(now, character, context);
    now = next;
    effects.push(...more);
    if (more.some((effect) => effect.kind === 'exit')) break;
  }
  return [now, effects];
}

/** A flood has written its last line: back to the prompt, and to what was typed meanwhile. */
export function endDemoFlood(shell: DemoShell, context: DemoContext): DemoStep {
  const idle: DemoShell = { ...shell, running: 'nothing', ahead: '' };
  const [next, effects] = typeIntoDemoShell(idle, shell.ahead, context);
  return [next, [write(demoPrompt), ...effects]];
}

function takeCharacter(shell: DemoShell, character: string, context: DemoContext): DemoStep {
  if (character === ctrlC) return interrupt(shell);
  if (shell.running !== 'nothing') return [{ ...shell, ahead: shell.ahead + character }, []];
  if (shell.escape !== 'none') return [{ ...shell, escape: afterEscape(shell.escape, character) }, []];
  switch (character) {
    case escapeKey:
      return [{ ...shell, escape: 'begun' }, []];
    case '\r':
    case '\n':
      return enter(shell, context);
    case '\b':
    case deleteKey:
      return shell.line === '' ? [shell, []] : [{ ...shell, line: withoutLast(shell.line) }, [write('\b \b')]];
    case ctrlD:
      return shell.line === '' ? [shell, [write('\r\n'), { kind: 'exit', code: 0 }]] : [shell, []];
    default:
      return character < ' ' ? [shell, []] : [{ ...shell, line: shell.line + character }, [write(character)]];
  }
}

function enter(shell: DemoShell, context: DemoContext): DemoStep {
  const [next, effects] = begin({ ...shell, line: '' }, runDemoCommand(shell.line, context));
  return [next, [write('\r\n'), ...effects]];
}

function begin(shell: DemoShell, outcome: Outcome): DemoStep {
  switch (outcome.kind) {
    case 'output':
      return [shell, [write(outcome.text + demoPrompt)]];
    case 'flood':
      return [{ ...shell, running: 'flood' }, [{ kind: 'start-flood', lines: outcome.lines }]];
    case 'idle':
      return [{ ...shell, running: 'idle' }, []];
    case 'exit':
      return [shell, [outcome]];
    default:
      return assertNever(outcome);
  }
}

/** Ends what runs, or the line; what was typed ahead is dropped, as by a terminal's INTR. */
function interrupt(shell: DemoShell): DemoStep {
  const stop: readonly DemoEffect[] = shell.running === 'flood' ? [{ kind: 'stop-flood' }] : [];
  return [startDemoShell()[0], [...stop, write(`^C\r\n${demoPrompt}`)]];
}

/** Function keys send ESC [ parameters final, or ESC O final (ECMA-48, 5.4); they are passed over. */
function afterEscape(state: 'begun' | 'parameters', character: string): DemoShell['escape'] {
  if (state === 'begun') return character === '[' || character === 'O' ? 'parameters' : 'none';
  return character >= '@' && character <= '~' ? 'none' : 'parameters';
}

const write = (text: string): DemoEffect => ({ kind: 'write', text });

const withoutLast = (line: string) => [...line].slice(0, -1).join('');

const ctrlC = '\u0003';
const ctrlD = '\u0004';
const escapeKey = '\u001b';
const deleteKey = '\u007f';
