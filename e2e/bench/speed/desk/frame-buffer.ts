import { closeSync, openSync, readSync } from 'node:fs';

/** A part of the screen, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What an X server shows, read from the file that Xvfb keeps it in: nobody is asked, so that looking slows no terminal.
 * The times are of `performance.now()`.
 */
export interface FrameBuffer {
  /** All of it. */
  readonly whole: Box;
  /** The pixels of a part, four bytes each; of its lines only each `every`th. */
  readonly read: (box: Box, every?: number) => Buffer;
  /**
   * Looks until the part is another one than `before`, and gives the time; null if it still is the same after `limitMs`.
   * Blocks: nothing else in this process comes between two looks.
   */
  readonly untilChanged: (box: Box, before: Buffer, limitMs: number) => number | null;
  readonly close: () => void;
}

/** Between two looks, ms: a tenth of what the fastest terminal takes for a key, and 2 % of a core. */
const lookEveryMs = 0.25;

const bytesPerPixel = 4;

/** Places in the header of an X window dump, in numbers of four bytes (X11/XWDFile.h). */
const field = { headerSize: 0, width: 4, height: 5, bytesPerLine: 12, colours: 19 } as const;
const headerBytes = 100;
const bytesPerColour = 12;

export function openFrameBuffer(file: string): FrameBuffer {
  const descriptor = openSync(file, 'r');
  const header = Buffer.alloc(headerBytes);
  readSync(descriptor, header, 0, headerBytes, 0);
  const number = (at: number) => header.readUInt32BE(4 * at);
  const start = number(field.headerSize) + number(field.colours) * bytesPerColour;
  const bytesPerLine = number(field.bytesPerLine);

  const read: FrameBuffer['read'] = ({ x, y, width, height }, every = 1) => {
    const lineBytes = width * bytesPerPixel;
    const lines = Math.ceil(height / every);
    const pixels = Buffer.allocUnsafe(lines * lineBytes);
    for (let line = 0; line < lines; line += 1) {
      const at = start + (y + line * every) * bytesPerLine + x * bytesPerPixel;
      readSync(descriptor, pixels, line * lineBytes, lineBytes, at);
    }
    return pixels;
  };

  return {
    whole: { x: 0, y: 0, width: number(field.width), height: number(field.height) },
    read,
    untilChanged: (box, before, limitMs) => {
      const end = performance.now() + limitMs;
      while (read(box).equals(before)) {
        if (performance.now() > end) return null;
        pause(lookEveryMs);
      }
      return performance.now();
    },
    close: () => closeSync(descriptor),
  };
}

const nothing = new Int32Array(new SharedArrayBuffer(4));

const pause = (ms: number) => Atomics.wait(nothing, 0, 0, ms);

/** The least part that holds all pixels in which two pictures of `box` differ; null if they are the same. */
export function differenceOf(box: Box, one: Buffer, other: Buffer): Box | null {
  let [left, top, right, bottom] = [box.width, box.height, -1, -1];
  for (let at = 0; at < one.length; at += bytesPerPixel) {
    if (one.readUInt32LE(at) === other.readUInt32LE(at)) continue;
    const pixel = at / bytesPerPixel;
    const [x, y] = [pixel % box.width, Math.floor(pixel / box.width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  if (right < 0) return null;
  return { x: box.x + left, y: box.y + top, width: right - left + 1, height: bottom - top + 1 };
}
