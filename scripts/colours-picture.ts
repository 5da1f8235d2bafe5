import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { schemeChoices } from '#contract/settings/colour-schemes.ts';

/** Where the picture of all colour schemes is kept. */
export const coloursPictureFile = new URL('../docs/screenshots/colour-schemes.svg', import.meta.url);

const tile = { width: 250, height: 92, gap: 10 } as const;
const columns = 4;

/** Every scheme with its name, some text and its 16 colours, as an SVG. */
export function coloursPicture(): string {
  const rows = Math.ceil(schemeChoices.length / columns);
  const width = columns * (tile.width + tile.gap) + tile.gap;
  const height = rows * (tile.height + tile.gap) + tile.gap;
  const tiles = schemeChoices.map(({ value, label }, index) => {
    const x = tile.gap + (index % columns) * (tile.width + tile.gap);
    const y = tile.gap + Math.floor(index / columns) * (tile.height + tile.gap);
    return `<g transform="translate(${x} ${y})">${tileOf(value, label)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="monospace" font-size="13">`,
    '<title>All colour schemes</title>',
    `<rect width="${width}" height="${height}" fill="#808080"/>`,
    ...tiles,
    '</svg>\n',
  ].join('\n');
}

interface Scheme {
  readonly background: string;
  readonly foreground: string;
  readonly cursor: string;
  readonly selection: string;
  readonly ansi: readonly string[];
}

function tileOf(name: string, label: string): string {
  const file = new URL(`../assets/colour-schemes/${name}.json`, import.meta.url);
  const { background, foreground, cursor, selection, ansi } = JSON.parse(readFileSync(file, 'utf8')) as Scheme;
  const swatches = ansi.map(
    (colour, index) =>
      `<rect x="${10 + (index % 8) * 29}" y="${54 + Math.floor(index / 8) * 15}" width="27" height="13" fill="${colour}"/>`,
  );
  return [
    `<rect width="${tile.width}" height="${tile.height}" rx="4" fill="${background}"/>`,
    `<text x="10" y="20" fill="${foreground}" font-weight="bold">${label}</text>`,
    `<text x="10" y="42"><tspan fill="${ansi[2]}">ada@web</tspan><tspan fill="${foreground}">:</tspan><tspan fill="${ansi[4]}">~/src</tspan><tspan fill="${foreground}">$ ls</tspan></text>`,
    `<rect x="150" y="29" width="46" height="17" fill="${selection}"/>`,
    `<text x="152" y="42" fill="${foreground}">chosen</text>`,
    `<rect x="204" y="29" width="9" height="17" fill="${cursor}"/>`,
    ...swatches,
  ].join('');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(coloursPictureFile, coloursPicture());
