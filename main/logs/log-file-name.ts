import { resolve } from 'node:path';
import { expandHome } from '#contract/files/home-folder.ts';

/** What the fields of a log file's name stand for. */
export interface NameFields {
  readonly host: string;
  readonly port: number;
  /** Wall clock, ms. */
  readonly at: number;
}

/**
 * The file that the name in the settings stands for, with PuTTY's fields: &Y &M &D &T &H &P, in either case; && is an
 * ampersand. A name without a folder is in the home folder, and `~/` stands for that.
 */
export function logFilePath(name: string, fields: NameFields, homeDir: string): string {
  const path = name.replace(/&(.)/gs, (field, letter: string) => fieldValue(letter.toLowerCase(), fields) ?? field);
  return resolve(homeDir, expandHome(path, homeDir));
}

function fieldValue(letter: string, { host, port, at }: NameFields): string | null {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  switch (letter) {
    case 'y':
      return String(date.getFullYear());
    case 'm':
      return two(date.getMonth() + 1);
    case 'd':
      return two(date.getDate());
    case 't':
      return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('');
    case 'h':
      return safeName(host);
    case 'p':
      return String(port);
    case '&':
      return '&';
    default:
      return null;
  }
}

/** File systems take 255 bytes; the rest of the name needs some, and a letter may be four. */
const maxHostLength = 50;

/**
 * A host may be called what it likes, and its name may come from a link: here it can neither lead to another folder nor
 * stand for a device of Windows, and is a name that every file system takes.
 */
const safeName = (host: string): string =>
  host
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s/\\:*?"<>|]/gu, '_')
    .replace(/^[.~]+/, '_')
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$1')
    .slice(0, maxHostLength);
