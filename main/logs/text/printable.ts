/** Takes the control sequences out of output that comes in pieces, wherever it is cut. */
export interface PrintableText {
  /** What is left of the next piece. */
  readonly take: (bytes: Uint8Array) => Uint8Array;
  /** Another shell begins: what was open before is not. */
  readonly reset: () => void;
}

/** Where in a sequence it stands (ECMA-48, 5); `string` is what OSC, DCS, SOS, PM and APC begin. */
type Place = 'text' | 'escape' | 'escape-intermediate' | 'csi' | 'string' | 'osc';

const tab = 0x09;
const lineFeed = 0x0a;
const formFeed = 0x0c;
const carriageReturn = 0x0d;
const bell = 0x07;
const cancel = 0x18;
const substitute = 0x1a;
const esc = 0x1b;
const del = 0x7f;
/** Begins C1 controls and U+00A0 to U+00BF in UTF-8. */
const c1Lead = 0xc2;
const stringTerminator = 0x9c;

/**
 * As PuTTY's "Printable output": letters, and the controls that move on in the text (tab, line and page ends), as they
 * came. Bytes from 0x80 on pass in whatever character set they are; C1 controls are known in UTF-8 alone, where
 * xterm.js knows them.
 */
export function createPrintableText(): PrintableText {
  let place: Place = 'text';
  /** 0xC2 has come: the next byte says what it was. */
  let isHeld = false;

  const take = (bytes: Uint8Array): Uint8Array => {
    // One more than came: a byte that was held.
    const kept = new Uint8Array(bytes.length + 1);
    let length = 0;
    const keep = (byte: number) => {
      kept[length] = byte;
      length += 1;
    };
    for (let at = 0; at < bytes.length; at += 1) {
      if (place === 'text' && !isHeld) {
        const start = at;
        while (isPlain[bytes[at] as number] === 1) at += 1;
        kept.set(bytes.subarray(start, at), length);
        length += at - start;
        if (at === bytes.length) break;
      }
      const byte = bytes[at] as number;
      if (isHeld) {
        isHeld = false;
        if (byte >= 0x80 && byte < 0xa0) {
          place = afterC1(byte, place);
          continue;
        }
        if (place === 'text') keep(c1Lead);
      }
      if (byte === c1Lead) isHeld = true;
      else if (byte < 0x20 && isTextControl(byte) && place !== 'string' && place !== 'osc') keep(byte);
      else if (place !== 'text' || byte === esc) place = after(byte, place, keep);
      else if (byte >= 0x20 && byte !== del) keep(byte);
    }
    return kept.subarray(0, length);
  };

  return {
    take,
    reset: () => {
      place = 'text';
      isHeld = false;
    },
  };
}

/** They count in the middle of a sequence too. */
const isTextControl = (byte: number) =>
  byte === tab || byte === carriageReturn || (byte >= lineFeed && byte <= formFeed);

/** What is kept without a second look, by byte: text comes in long runs of it. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(isTextControl(byte) || (byte >= 0x20 && byte !== del && byte !== c1Lead)),
);

/** Where a byte leads to from within a sequence, or by ESC. */
function after(byte: number, place: Place, keep: (byte: number) => void): Place {
  if (byte === esc) return 'escape';
  if (byte === cancel || byte === substitute) return 'text';
  switch (place) {
    case 'string':
      return 'string';
    case 'osc':
      return byte === bell ? 'text' : 'osc';
    case 'csi':
      return byte >= 0x40 && byte < del ? 'text' : 'csi';
    default:
      if (byte < 0x20 || byte === del) return place;
      if (byte < 0x30) return 'escape-intermediate';
      if (byte >= 0x80) keep(byte);
      return place === 'escape' ? afterEscape(byte) : 'text';
  }
}

function afterEscape(byte: number): Place {
  const letter = String.fromCharCode(byte);
  if (letter === '[') return 'csi';
  if (letter === ']') return 'osc';
  return 'PX^_'.includes(letter) ? 'string' : 'text';
}

/** C1 controls are ESC and a letter in one, 0x40 further on; a string ends by its terminator alone. */
function afterC1(byte: number, place: Place): Place {
  if (byte === stringTerminator) return 'text';
  return place === 'string' || place === 'osc' ? place : afterEscape(byte - 0x40);
}
