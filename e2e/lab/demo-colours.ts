const reset = '\u001b[0m';

const cell = (parameters: string) => `\u001b[${parameters}m  ${reset}`;

const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

/** Three tables in SGR colours (ECMA-48, and xterm's 38/48): the 16 of the scheme, the 256, and a true colour ramp. */
export function colourTable(): string {
  const sixteen = [40, 100].map((from) =>
    range(from, 8)
      .map((code) => cell(`${code}`))
      .join(''),
  );
  const cube = range(0, 6).map((row) =>
    range(16 + row * 36, 36)
      .map((code) => cell(`48;5;${code}`))
      .join(''),
  );
  const greys = range(232, 24)
    .map((code) => cell(`48;5;${code}`))
    .join('');
  const ramp = range(0, 36)
    .map((step) => rampCell(step / 35))
    .join('');
  return [...sixteen, '', ...cube, greys, '', ramp].join('\n');
}

/** From red by green to blue. */
const rampCell = (at: number) =>
  cell(`48;2;${share(1 - at * 2)};${share(1 - Math.abs(at * 2 - 1))};${share(at * 2 - 1)}`);

const share = (part: number) => Math.round(255 * Math.max(0, part));
