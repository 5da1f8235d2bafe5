import { expect, it } from 'vitest';
import { keystrokeRows, otherTab, sameTab } from './keystroke-rows.ts';

it('compares the median with kitty, and the slowest with its own', () => {
  const rows = keystrokeRows(
    {
      holdfast: [
        [3, 1, 2],
        [4, 5, 6],
      ],
      kitty: [[10], [20]],
      [otherTab]: [[7], [9]],
      [sameTab]: [[30]],
    },
    { alacritty: 'It is not installed.' },
  );
  const [p50, p99, flooded] = rows;
  expect(rows.map(({ id }) => id)).toEqual([4, 4, 5]);
  expect(p50).toMatchObject({ holdfast: { median: 3.5 }, peers: { kitty: { median: 15 } }, met: true });
  expect(p99).toMatchObject({ holdfast: { median: 5.95 }, peers: { 'its own p50': { median: 3.5 } }, met: true });
  expect(flooded).toMatchObject({ peers: { idle: { median: 5.95 }, [sameTab]: { median: 30 } }, met: true });
  expect(p50?.absent).toEqual({ alacritty: 'It is not installed.' });
});
