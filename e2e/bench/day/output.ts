/** What a session prints in an hour of a working day: the same for the same hour, and unlike any other's. */
export function hourOfOutput(hour: number, lines: number): string {
  const parts: string[] = [];
  for (let line = 0; line < lines; line += 1) {
    const number = hour * numbersOfAnHour + line;
    const event = events[number % eventEvery];
    if (event !== undefined) parts.push(event(number));
    parts.push(line % 3 === 0 ? wordy(number) : logLine(number));
  }
  return parts.join('');
}

/** More than the lines of any hour. */
const numbersOfAnHour = 100_000;

const esc = '\u001b';
const osc = (text: string) => `${esc}]${text}${esc}\\`;
const colours = [31, 32, 33, 34, 35, 36, 91, 92];

const logLine = (number: number) => {
  const colour = colours[number % colours.length];
  const level = number % 50 === 49 ? 'ERROR' : 'info';
  return `${esc}[2m${clockOf(number)}${esc}[0m ${esc}[${colour}m${level}${esc}[0m worker-${number % 8} took ${number % 977} ms for /api/items/${number}\r\n`;
};

const wordy = (number: number) => texts[number % texts.length]?.replace('#', String(number)) ?? '';

const texts = [
  '会議の議事録 # を保存しました。한국어 출력도 있습니다\r\n',
  `see https://example.com/build/# for ${esc}[4mdetails${esc}[24m, or ask\r\n`,
  `${osc('8;;https://example.com/item/#')}item #${osc('8;;')} is linked\r\n`,
  `${esc}[38;2;120;200;80mtrue${esc}[0m ${esc}[48;5;24mcolours${esc}[0m, ${esc}[1mbold${esc}[0m and ${esc}[3mitalic${esc}[0m #\r\n`,
  `10 %\r40 %\r80 %\r100 %${esc}[K of #\r\n`,
];

const clockOf = (number: number) => new Date(number * 500).toISOString().slice(11, 19);

/** A command with its marks of OSC 133, title and directory. */
const command = (number: number) =>
  [
    osc(`7;file://host/srv/project-${number % 7}`),
    osc(`0;ada@host: project-${number}`),
    `${osc('133;A')}$ ${osc('133;B')}make target-${number}\r\n${osc('133;C')}`,
    `built ${number}\r\n${osc(`133;D;${number % 3 === 0 ? 1 : 0}`)}`,
  ].join('');

/** A program that takes the whole screen, draws it a few times with mouse reports on, and leaves it. */
const wholeScreen = (number: number) => {
  const frame = (at: number) =>
    Array.from({ length: 20 }, (_, row) => `${esc}[${row + 1};1H${esc}[4${at % 8}m│ ${number + row * at} ─┤${esc}[0m`);
  const frames = Array.from({ length: 10 }, (_, at) => frame(at).join('')).join(`${esc}[2J`);
  return `${esc}[?1049h${esc}[?1000;1006h${esc}[?25l${frames}${esc}[2;10r${esc}[5S${esc}[r${esc}[?25h${esc}[?1000;1006l${esc}[?1049l`;
};

/** A picture of 40 × 12 pixels, and one of 1 × 1. */
const sixel = (number: number) => `${esc}Pq#0;2;${number % 100};40;70#0!40~-!40~-${esc}\\\r\n`;
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const inlineImage = () => `${osc(`1337;File=inline=1;width=2;height=1:${dot}`)}\r\n`;

const bell = () => '\u0007';
const finished = (number: number) => `Deployment ${number} has finished\r\n`;

/** So many lines from an event to the same one. */
const eventEvery = 400;

/** At which line of those each happens; a command every 40. */
const events: Readonly<Record<number, (number: number) => string>> = {
  ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index * 40, command])),
  15: bell,
  55: sixel,
  135: wholeScreen,
  215: inlineImage,
  295: finished,
};
