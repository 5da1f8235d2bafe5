import { expect, it } from 'vitest';
import { jsonLine, logTime, textLine } from './log-lines.ts';

const at = new Date(2026, 2, 9, 4, 3, 2).getTime();

it('times are local and of one width', () => {
  expect(logTime(at)).toBe('2026-03-09 04:03:02');
});

it('a line is its time and its text; no text can begin a line that looks like another entry', () => {
  expect(textLine({ at, text: 'Connected.' })).toBe('2026-03-09 04:03:02\tConnected.');
  expect(textLine({ at, text: 'Banner:\n2026-03-09 04:03:03\tForged.' })).toBe(
    '2026-03-09 04:03:02\tBanner:\n\t2026-03-09 04:03:03\tForged.',
  );
});

it('a line of JSON has the time in UTC, and keeps every character of the text', () => {
  const text = 'Banner:\n"quoted" ü';
  const line = jsonLine({ at: Date.UTC(2026, 2, 9, 4, 3, 2, 50), text });
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({ at: '2026-03-09T04:03:02.050Z', text });
});
