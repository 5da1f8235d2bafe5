import { page } from 'vitest/browser';

/** What an element of the page looks like, red, green, blue and alpha for each pixel of the screen. */
export async function pixelsOf(element: Element): Promise<ImageData> {
  // xterm.js draws in the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const png = await page.screenshot({ element, base64: true, save: false });
  const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** The part of an element's pixels that some cells of one row take; counted from 0. */
export function cellPixels(
  all: ImageData,
  grid: { columns: number; rows: number },
  row: number,
  from: number,
  to: number,
) {
  const [width, height] = [all.width / grid.columns, all.height / grid.rows];
  const pixels: number[] = [];
  for (let y = Math.round(row * height); y < Math.round((row + 1) * height); y += 1) {
    const start = (y * all.width + Math.round(from * width)) * 4;
    pixels.push(...all.data.subarray(start, start + Math.round((to - from) * width) * 4));
  }
  return pixels;
}

/** The share of pixels of a colour, #rrggbb, from 0 to 1. */
export function shareOf(pixels: readonly number[], colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue) count += 1;
  }
  return (count * 4) / pixels.length;
}
