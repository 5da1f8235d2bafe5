import { isUtf8 } from 'node:buffer';

/**
 * A server's names are bytes, and those of old systems or other character sets no UTF-8. Each byte that is none stands as
 * the lone surrogate U+DC80 to U+DCFF (as in Python's PEP 383): so every name can be given back to the server as it is.
 */
export const textOfName = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString() : escaped(bytes));

/** The bytes of a name, or of a path of such. */
export const bytesOfName = (name: string): Buffer =>
  loneSurrogate.test(name) ? Buffer.concat(name.split(/(\p{Cs})/u).map(bytesOfPart)) : Buffer.from(name);

const loneSurrogate = /\p{Cs}/u;
const escapes = 0xdc00;

function escaped(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const character = bytes.subarray(at, at + lengthOf(bytes[at] ?? 0));
    const isRead = isUtf8(character);
    text += isRead ? character.toString() : String.fromCharCode(escapes + (bytes[at] ?? 0));
    at += isRead ? character.length : 1;
  }
  return text;
}

/** Bytes of a character by the first of them (RFC 3629, 3). */
const lengthOf = (first: number): number => (first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);

function bytesOfPart(part: string): Buffer {
  const code = part.charCodeAt(0);
  const isByte = code >= escapes + 0x80 && code <= escapes + 0xff;
  return isByte ? Buffer.of(code - escapes) : Buffer.from(part);
}
