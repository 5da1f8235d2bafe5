import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { guardPayloads } from '../guards/payload-guards.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { type BareTerminal, setUpBareTerminal } from '../testing/bare-terminal.ts';
import { waitFor } from '../testing/terminal-harness.ts';
import { createImages } from './images.ts';

/** 60 x 60 pixels of pure red: ten bands of six. */
const redSixel = `\u001bPq"1;1;60;60#1;2;100;0;0${'#1!60~-'.repeat(10)}\u001b\\`;

const inline = (bytes: Uint8Array) =>
  `\u001b]1337;File=inline=1;size=${bytes.length}:${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}\u0007`;

async function png(width: number, height: number, colour: string): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

describe('images', () => {
  let terminal: BareTerminal;
  let part: TerminalPart;
  beforeEach(() => {
    terminal = setUpBareTerminal();
    guardPayloads(terminal.terminal);
    part = createImages(terminal.context, defaultProfile);
  });
  afterEach(() => {
    part.dispose();
    terminal.dispose();
  });

  /** The colour that is drawn at a point of the terminal by images, as r,g,b; empty where there is none. */
  const drawn = (x: number, y: number): string => {
    const layer = terminal.context.element.querySelector<HTMLCanvasElement>('canvas.xterm-image-layer');
    const [red, green, blue, alpha] = layer?.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [];
    return alpha === 255 ? `${red},${green},${blue}` : '';
  };

  it('of sixels are drawn where the cursor was', async () => {
    await waitFor(() => terminal.terminal.rows > 0);
    // The decoder is made in a turn of its own: what comes before it is there is passed over.
    while (drawn(5, 5) === '')
      await terminal.print(`\u001b[H${redSixel}`).then(() => new Promise(requestAnimationFrame));
    expect(drawn(5, 5)).toBe('255,0,0');
    expect(drawn(300, 5)).toBe('');
  });

  it('of iTerm are drawn, also one of more than other sequences may have', async () => {
    const noise = new Uint8Array(300_000);
    const picture = await png(40, 40, '#00ff00');
    const large = new Uint8Array([...picture, ...noise]);
    await terminal.print(inline(picture));
    await waitFor(() => drawn(5, 5) === '0,255,0');
    await terminal.print('\u001b[H\u001b[2J');
    await terminal.print(inline(large));
    await waitFor(() => drawn(5, 5) === '0,255,0');
  });

  it('are not shown where the setting is off', async () => {
    part.apply?.({ ...defaultProfile, inlineImages: false });
    await terminal.print(`${inline(await png(40, 40, '#00ff00'))}${redSixel}after`);
    expect(drawn(5, 5)).toBe('');
    expect(terminal.shown(0)).toBe('after');
  });

  it.each([
    ['of a size that no memory holds', async () => png(4000, 3000, '#0000ff')],
    ['that are no images', async () => new TextEncoder().encode('no picture at all')],
    ['that end in the middle', async () => (await png(400, 400, '#0000ff')).subarray(0, 60)],
  ])('%s leave the terminal as it was', async (_kind, bytes) => {
    const sequence = inline(await bytes());
    await Promise.race([terminal.print(`${sequence}after`), waitFor(() => terminal.shown(0) === 'after')]);
    await waitFor(() => terminal.shown(0) === 'after');
    expect(drawn(5, 5)).toBe('');
  });
});
