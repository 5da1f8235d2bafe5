import { setTimeout as wait } from 'node:timers/promises';
import { type Box, differenceOf } from '../desk/frame-buffer.ts';
import { createRandom } from '../files/random.ts';
import type { Terminal } from '../terminals/terminal.ts';

/** Two letters of many pixels, in turn: each press changes the cell. */
const letters = ['m', 'w'] as const;

/** In all terminals the second row of cells lies in it, and no line that tells of a session's state. */
const upperPart: Box = { x: 0, y: 0, width: 600, height: 110 };

/** How long a key may take, ms. A terminal that takes so long has lost it. */
const limitMs = 5000;

/** The time in which all that a key does has come to the screen, ms: a busy machine's. */
const settleMs = 500;

/** Between two keys: another time for each, so that they meet a screen's refresh at any of its moments. */
const gapMs = { least: 30, spread: 40 } as const;

/** Where the terminal, whose player echoes, shows the key. */
export async function findKeyCell({ desk: { keyboard, screen } }: Pick<Terminal, 'desk'>): Promise<Box> {
  const pictures: Buffer[] = [];
  for (const letter of letters) {
    keyboard.press(letter);
    await wait(settleMs);
    pictures.push(screen.read(upperPart));
  }
  const [one = Buffer.alloc(0), other = one] = pictures;
  const cell = differenceOf(upperPart, one, other);
  if (cell === null) throw new Error('A terminal shows no keys.');
  return cell;
}

const random = createRandom(1);

/** From the key to the first of its pixels, ms, for each of so many keys. */
export async function keyTimes(
  { desk: { keyboard, screen } }: Pick<Terminal, 'desk'>,
  cell: Box,
  count: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await wait(gapMs.least + random(gapMs.spread));
    const before = screen.read(cell);
    const pressed = keyboard.press(letters[index % letters.length] ?? '');
    const seen = screen.untilChanged(cell, before, limitMs);
    if (seen === null) throw new Error(`A key was not on the screen after ${limitMs} ms.`);
    times.push(seen - pressed);
  }
  return times;
}
