import type { Cancel, Clock } from '../keepalive/clock.ts';

/** After a transfer was given up: with so many ms of silence, all that was under way has come. */
const quietMs = 400;

/** So long at most is waited for that, ms; then what comes is shown, whatever it is. */
const maxMs = 30_000;

/** Bytes at most of what came last that may be the shell's: its prompt. */
const promptBytes = 512;

/** Takes what comes while a transfer ends, until what became of it was told. */
export interface Drain {
  readonly read: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

export interface DrainOptions {
  readonly clock: Clock;
  /** What came already. */
  readonly rest: Uint8Array;
  /** Data is under way, which is none of the terminal's: of that, the text that came last is kept, the shell's prompt. */
  readonly isData: boolean;
  readonly told: Promise<void>;
  /** Gets what is to be shown. */
  readonly onDry: (rest: Uint8Array) => void;
}

export function createDrain({ clock, rest, isData, told, onDry }: DrainOptions): Drain {
  let kept = rest;
  let isEnded = false;
  let isDry = false;
  let cancel: Cancel = () => undefined;
  let cancelMax: Cancel = () => undefined;

  const end = () => {
    isEnded = true;
    cancel();
    cancelMax();
  };
  const dry = () => {
    isDry = true;
    cancel();
    cancelMax();
    void told.then(() => {
      if (!isEnded) onDry(isData ? promptIn(kept) : kept);
    });
  };
  const wait = () => {
    cancel();
    cancel = clock.after(quietMs, dry);
  };
  if (isData) {
    wait();
    cancelMax = clock.after(maxMs, dry);
  } else dry();

  return {
    read: (bytes) => {
      const all = Buffer.concat([kept, bytes]);
      kept = isData ? all.subarray(-promptBytes) : all;
      if (!isDry) wait();
    },
    end,
  };
}

/** What stands after the last byte that no prompt has, on the last line of it. */
function promptIn(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: data is told from text by them
  const prompt = /[^\x00-\x06\x08\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]*$/.exec(text)?.[0] ?? '';
  return Buffer.from(prompt.slice(prompt.lastIndexOf('\n') + 1));
}
