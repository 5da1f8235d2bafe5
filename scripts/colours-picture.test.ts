import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coloursPicture, coloursPictureFile } from './colours-picture.ts';

it('shows the colour schemes as they are (npm run docs:colours)', () => {
  expect(readFileSync(coloursPictureFile, 'utf8')).toBe(coloursPicture());
});
