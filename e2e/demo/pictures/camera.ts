import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import UPNG from 'upng-js';

/** Colours at most in a picture: what an indexed PNG can have. Text with its grey edges needs fewer. */
const colours = 256;

/** CSS pixels left around the parts of the window that a picture shows. */
const margin = 8;

export interface Camera {
  /** The whole window. */
  readonly shoot: (name: string, page: Page) => Promise<void>;
  /** The parts of the window, and what lies between them. */
  readonly crop: (name: string, ...parts: readonly Locator[]) => Promise<void>;
}

/** Writes pictures into a folder, as PNGs of few colours, in the light or the dark form of the window. */
export function createCamera(folder: string, colorScheme: 'light' | 'dark'): Camera {
  const take = async (name: string, page: Page, clip?: Box) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const png = await page.screenshot({ ...(clip === undefined ? {} : { clip }), caret: 'hide' });
    writeFileSync(resolve(folder, `${name}.png`), withFewColours(png));
  };
  return {
    shoot: (name, page) => take(name, page),
    crop: async (name, ...parts) => {
      const [first] = parts;
      if (first === undefined) throw new Error(`The picture ${name} shows nothing.`);
      const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
      const seen = boxes.flatMap((box) => box ?? []);
      if (seen.length < parts.length) throw new Error(`A part of the picture ${name} is not shown.`);
      const page = first.page();
      const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      await take(name, page, around(seen, { width, height }));
    },
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The least box that holds all of these with a margin, within the window. */
function around(boxes: readonly Box[], window: { readonly width: number; readonly height: number }): Box {
  const left = Math.max(0, Math.floor(Math.min(...boxes.map(({ x }) => x)) - margin));
  const top = Math.max(0, Math.floor(Math.min(...boxes.map(({ y }) => y)) - margin));
  const right = Math.min(window.width, Math.ceil(Math.max(...boxes.map(({ x, width }) => x + width)) + margin));
  const bottom = Math.min(window.height, Math.ceil(Math.max(...boxes.map(({ y, height }) => y + height)) + margin));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Writes a PNG anew with few colours. */
export const shrinkPicture = (file: string): void => writeFileSync(file, withFewColours(readFileSync(file)));

function withFewColours(png: Buffer): Uint8Array {
  const image = UPNG.decode(new Uint8Array(png).buffer);
  return new Uint8Array(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colours));
}
