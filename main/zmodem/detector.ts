import type { Cancel, Clock } from '../keepalive/clock.ts';
import { crc16 } from './checksum.ts';
import { zdle, zpad } from './protocol.ts';

/** The rest of a header that was begun follows at once, or it is none; ms. */
const wholeMs = 100;

/** A program that began a transfer waits for its answer; text that has such bytes in it goes on. Ms. */
const quietMs = 60;

/** Finds where a program at the server begins a transfer. Output without ZDLE costs one search for that byte. */
export interface Detector {
  readonly read: (bytes: Uint8Array) => void;
  /** Passes on what was held back. */
  readonly flush: () => void;
}

export interface DetectorOptions {
  readonly clock: Clock;
  readonly passOn: (bytes: Uint8Array) => void;
  /** `sz` has begun, and offers files; or `rz`, and waits for some. False: that is left to the terminal. */
  readonly onStart: (program: 'sz' | 'rz') => boolean;
}

export function createDetector({ clock, passOn, onStart }: DetectorOptions): Detector {
  let held: Uint8Array = new Uint8Array();
  /** ZPADs at the end of what was passed on: they are shown, so that a star that is typed is seen at once. */
  let pads = 0;
  let cancel: Cancel = () => undefined;

  const pass = (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    const last = bytes.length - 1;
    if (bytes[last] !== zpad) pads = 0;
    else pads = bytes[last - 1] === zpad || (last === 0 && pads > 0) ? 2 : 1;
    passOn(bytes);
  };

  const flush = () => {
    cancel();
    const bytes = held;
    held = new Uint8Array();
    pass(bytes);
  };

  const hold = (bytes: Uint8Array, ms: number, callback: () => void) => {
    held = bytes;
    cancel = clock.after(ms, callback);
  };

  /** From a ZDLE after two ZPADs on: a header that begins a transfer, the beginning of one, or neither. */
  const look = (bytes: Uint8Array, at: number): boolean => {
    const text = Buffer.from(bytes.subarray(at, at + maxHeaderBytes + 1)).toString('latin1');
    const program = startOf(text);
    if (program === 'none') return false;
    // What came before, but the ZPADs.
    pass(bytes.subarray(0, Math.max(0, at - 2)));
    const rest = bytes.slice(Math.max(0, at - 2));
    if (program === 'begun') hold(rest, wholeMs, flush);
    else
      hold(rest, quietMs, () => {
        if (!onStart(program)) return flush();
        held = new Uint8Array();
        pads = 0;
      });
    return true;
  };

  const padsBefore = (bytes: Uint8Array, at: number) => {
    if (at === 0) return pads;
    if (at === 1) return bytes[0] === zpad ? Math.min(2, pads + 1) : 0;
    return bytes[at - 1] === zpad && bytes[at - 2] === zpad ? 2 : 0;
  };

  return {
    read: (came) => {
      cancel();
      const bytes = held.length === 0 ? came : Buffer.concat([held, came]);
      held = new Uint8Array();
      for (let at = bytes.indexOf(zdle); at !== -1; at = bytes.indexOf(zdle, at + 1)) {
        if (padsBefore(bytes, at) === 2 && look(bytes, at)) return;
      }
      pass(bytes);
    },
    flush,
  };
}

/** ZDLE, `B`, 14 digits, CR, LF with or without bit 7, XON. */
const maxHeaderBytes = 20;

/** ZRQINIT, whose flags are all 0, or ZRINIT: whole, with the right checksum, and nothing behind it. */
function startOf(text: string): 'sz' | 'rz' | 'begun' | 'none' {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is made of them
  const whole = /^\x18B(0[01][0-9a-f]{12})\r{0,2}[\n\x8a]\x11?$/.exec(text)?.[1];
  if (whole === undefined) return isBegun(text) ? 'begun' : 'none';
  const bytes = Buffer.from(whole, 'hex');
  if (crc16(bytes.subarray(0, 5)) !== bytes.readUInt16BE(5)) return 'none';
  if (bytes[0] === 1) return 'rz';
  return bytes.readUInt32BE(1) === 0 ? 'sz' : 'none';
}

const isBegun = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is made of them
  /^\x18(B(0([01]([0-9a-f]{0,11}|[0-9a-f]{12}\r{0,2}))?)?)?$/.test(text);
