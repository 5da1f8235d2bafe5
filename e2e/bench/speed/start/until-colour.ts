import { setTimeout as wait } from 'node:timers/promises';
import type { FrameBuffer } from '../desk/frame-buffer.ts';

/** Between two looks, ms. */
const lookEveryMs = 3;

/** How long a program may take to show it, ms: a busy machine's. */
const limitMs = 60_000;

/** In each row of cells of any terminal lies one of the lines that are read. */
const lineEvery = 8;

/** Four pixels in a row: no edge of a letter has the colour by chance. */
const run = 4;

/** The time at which the screen shows a colour; the last window with it has gone. */
export async function untilColour({ whole, read }: FrameBuffer, colour: readonly number[]): Promise<number> {
  const [red = 0, green = 0, blue = 0] = colour;
  // What a program leaves in the fourth byte is its own.
  const wanted = [0, 0xff].map((rest) => Buffer.alloc(run * 4, Buffer.of(blue, green, red, rest)));
  const isShown = () => {
    const seen = read(whole, lineEvery);
    return wanted.some((pixels) => seen.includes(pixels));
  };
  const end = performance.now() + limitMs;
  while (!isShown()) {
    if (performance.now() > end) throw new Error('A window shows no prompt.');
    await wait(lookEveryMs);
  }
  return performance.now();
}
