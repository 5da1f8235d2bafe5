import { createRandom } from './random.ts';

/** What is printed: a plain log, one where nearly each word has another colour, and one of wide characters. */
export type TextKind = 'plain' | 'colours' | 'wide';

export const textKinds: readonly TextKind[] = ['plain', 'colours', 'wide'];

type Random = (below: number) => number;

const words = 'accepted refused session opened closed for user from port with status after request to unit of'.split(
  ' ',
);

/** Lines of a server's log, at least this many bytes of UTF-8; the same in each run. */
export function textOf(kind: TextKind, bytes: number): Buffer {
  const random = createRandom(20_26);
  const lines: Buffer[] = [];
  for (let made = 0; made < bytes; made += lines.at(-1)?.length ?? 0)
    lines.push(Buffer.from(`${line[kind](random)}\n`));
  return Buffer.concat(lines);
}

const line: Readonly<Record<TextKind, (random: Random) => string>> = {
  plain: (random) => `${stamp(random)} ${sentence(random, 4 + random(12), plainWord)}`,
  colours: (random) => `\u001b[2m${stamp(random)}\u001b[0m ${sentence(random, 4 + random(8), colouredWord)}`,
  wide: (random) => `${stamp(random)} ${sentence(random, 2 + random(5), wideWord)}`,
};

const two = (number: number) => String(number).padStart(2, '0');

const stamp = (random: Random) =>
  `Nov ${two(1 + random(30))} ${two(random(24))}:${two(random(60))}:${two(random(60))} host service[${random(30_000)}]:`;

const sentence = (random: Random, count: number, word: (random: Random) => string) =>
  Array.from({ length: count }, () => word(random)).join(' ');

const plainWord = (random: Random) => words[random(words.length)] ?? '';

/** The 16 colours, the 256, and true colour, with bold and the like. */
function colouredWord(random: Random): string {
  const colours = [
    `${30 + random(8)}`,
    `1;${90 + random(8)}`,
    `38;5;${random(256)}`,
    `38;2;${random(256)};${random(256)};${random(256)}`,
    `4;${30 + random(8)};${40 + random(8)}`,
  ];
  return `\u001b[${colours[random(colours.length)]}m${plainWord(random)}\u001b[0m`;
}

/** Of the 20,000 ideographs that were in Unicode first, those that are used most stand together nowhere. */
const wideWord = (random: Random) =>
  String.fromCodePoint(...Array.from({ length: 2 + random(8) }, () => 0x4e00 + random(3000)));
