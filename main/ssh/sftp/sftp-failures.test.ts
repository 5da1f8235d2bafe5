import { expect, it } from 'vitest';
import { writeFailureIn } from './sftp-failures.ts';

it.each([
  [4, 'The server could not write it: its disk may be full.'],
  [3, 'The server does not permit it.'],
  [8, 'The server does not know how to do that.'],
])('says why bytes were not written, as far as status %d tells', (code, message) => {
  expect(writeFailureIn({ kind: 'status', code }).message).toBe(message);
});
