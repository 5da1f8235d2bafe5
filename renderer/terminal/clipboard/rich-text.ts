import type { RichText } from '#contract/channels/channels.ts';
import type { Run, StyledLine } from './styled-lines.ts';

/** The same lines as the clipboard's HTML and RTF: Windows' programs look for RTF as PuTTY writes it, others for HTML. */
export function richText(lines: readonly StyledLine[], fontFamily: string): RichText {
  return { html: htmlOf(lines, fontFamily), rtf: rtfOf(lines, fontFamily) };
}

function htmlOf(lines: readonly StyledLine[], fontFamily: string): string {
  const font = `font-family:${escapeHtml(JSON.stringify(fontFamily))},monospace`;
  return `<pre style="${font}">${lines.map((line) => line.map(spanOf).join('')).join('\n')}</pre>`;
}

function spanOf({ text, ...run }: Run): string {
  const style = [
    run.foreground === null ? '' : `color:${run.foreground}`,
    run.background === null ? '' : `background-color:${run.background}`,
    run.isBold ? 'font-weight:bold' : '',
    run.isItalic ? 'font-style:italic' : '',
    run.isUnderlined ? 'text-decoration:underline' : '',
  ].filter((part) => part !== '');
  const escaped = escapeHtml(text);
  return style.length === 0 ? escaped : `<span style="${style.join(';')}">${escaped}</span>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

function rtfOf(lines: readonly StyledLine[], fontFamily: string): string {
  const used = lines.flat().flatMap(({ foreground, background }) => [foreground, background]);
  const colours = [...new Set(used.filter((colour) => colour !== null))];
  /** Colour 0 of a table is the reader's own. */
  const indexOf = (colour: string | null) => (colour === null ? 0 : colours.indexOf(colour) + 1);
  const runOf = ({ text, foreground, background, isBold, isItalic, isUnderlined }: Run) => {
    const controls = `\\cf${indexOf(foreground)}\\highlight${indexOf(background)}\\chcbpat${indexOf(background)}`;
    const flags = `${isBold ? '\\b' : ''}${isItalic ? '\\i' : ''}${isUnderlined ? '\\ul' : ''}`;
    return `{${controls}${flags} ${escapeRtf(text)}}`;
  };
  const body = lines.map((line) => line.map(runOf).join('')).join('\\line\n');
  const table = colours.map(rtfColour).join('');
  // \uc1: one character stands for each \u where a program does not know it.
  return `{\\rtf1\\ansi\\uc1\\deff0{\\fonttbl{\\f0\\fmodern ${escapeRtf(fontFamily)};}}{\\colortbl;${table}}\\f0 ${body}}`;
}

function rtfColour(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `\\red${red}\\green${green}\\blue${blue};`;
}

/** Of RTF 1.9: `\`, `{` and `}` are its own, and what is not ASCII goes as signed UTF-16 units. */
const escapeRtf = (text: string) =>
  text.replace(/[\\{}]/g, '\\$&').replace(/[\u0080-\uffff]/g, (unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}?`);
