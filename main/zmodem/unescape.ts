import { subpacketEnd, zdle } from './protocol.ts';

/** No byte, and no end of a subpacket: what followed ZDLE is none of the protocol's. */
export const noEscape = 0x1ff;

/** From here on a value is the end of a subpacket, this much above its own. */
export const endsFrom = 0x100;

/** What a byte after ZDLE stands for, by its value. */
const afterZdle = Uint16Array.from({ length: 256 }, (_, byte) => {
  if (byte >= subpacketEnd.zcrce && byte <= subpacketEnd.zcrcw) return endsFrom + byte;
  if (byte === 0x6c) return 0x7f;
  if (byte === 0x6d) return 0xff;
  return (byte & 0x60) === 0x40 ? byte ^ 0x40 : noEscape;
});

/** Undoes the escapes of binary headers and data, byte by byte. */
export interface Unescaper {
  /** Null where nothing comes of it yet; from `endsFrom` on, the end of a subpacket, or `noEscape`. */
  readonly read: (byte: number) => number | null;
  readonly isEscaped: () => boolean;
  readonly reset: () => void;
}

export function createUnescaper(): Unescaper {
  let isEscaped = false;
  return {
    read: (byte) => {
      if (!isEscaped) {
        if (byte === zdle) {
          isEscaped = true;
          return null;
        }
        // XON and XOFF are put in by what lies between, never by the sender.
        return (byte & 0x7f) === 0x11 || (byte & 0x7f) === 0x13 ? null : byte;
      }
      if (byte === zdle) return null; // one CAN of five
      isEscaped = false;
      return afterZdle[byte] ?? noEscape;
    },
    isEscaped: () => isEscaped,
    reset: () => {
      isEscaped = false;
    },
  };
}
