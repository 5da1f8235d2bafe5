import { execFileSync } from 'node:child_process';
import type { Scene } from './scene.ts';

/** Whose capabilities are exercised. */
const terminalType = 'xterm-256color';

/** Parameters that make a difference on the screen that the scenes begin with. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  csr: ['4', '15'],
  cup: ['5', '30'],
  rep: ['42', '7'],
  setab: ['196'],
  setaf: ['196'],
  sgr: ['0', '1', '0', '0', '0', '1', '0', '0', '0'],
  smglr: ['5', '40'],
  initc: ['1', '500', '500', '500'],
};

/** What is no output, and why it is left out. */
const leftOut: Readonly<Record<string, string>> = {
  acsc: 'a table, not a sequence',
  u6: 'an answer of the terminal',
  u7: 'asks for an answer',
  u8: 'an answer of the terminal',
  xm: 'what the mouse sends',
  mc0: 'prints on paper',
  mc4: 'prints on paper',
  mc5: 'prints on paper',
  Ms: 'writes to the clipboard',
};

/** Each output capability of the entry, with an X after it that shows where the cursor is and how it writes. */
export function terminfoScenes(): readonly Scene[] {
  const entry = execFileSync('infocmp', ['-1', '-x', terminalType], { encoding: 'utf8' });
  const strings = [...entry.matchAll(/^\t(\w+)=(.*),$/gm)].map(([, name = '', value = '']) => ({ name, value }));
  return strings
    .filter(({ name }) => !isKey(name) && !(name in leftOut))
    .map(({ name, value }) => ({ name, about: value, input: `${expanded(name, value)}X` }));
}

const isKey = (name: string) => /^k[A-Za-z0-9]+$/.test(name);

function expanded(name: string, value: string): string {
  const count = Math.max(0, ...[...value.matchAll(/%p(\d)/g)].map(([, number]) => Number(number)));
  const values = (parameters[name] ?? Array.from({ length: count }, () => '3')).slice(0, count);
  return execFileSync('tput', ['-T', terminalType, name, ...values], { encoding: 'latin1' });
}
