import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openIncomingFile } from './incoming-file.ts';
import { temporaryFolder } from './testing/lrzsz.ts';

async function openHere(folder: string, onFull: (isFull: boolean) => void = () => undefined) {
  const opened = await openIncomingFile({ folder, name: 'a', overwrites: false, onFull, onFailure: () => undefined });
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

it('holds the server back while the disk is behind, and lets it go on', async () => {
  const folder = temporaryFolder();
  const heard: boolean[] = [];
  const file = await openHere(folder, (isFull) => heard.push(isFull));
  await file.begin(0);
  const piece = Buffer.alloc(1024 * 1024, 'holdfast');
  for (let count = 0; count < 8; count += 1) file.write(piece);
  expect(heard).toEqual([true]);
  expect((await file.finish(0)).ok).toBe(true);
  expect(heard).toEqual([true, false]);
  expect(readFileSync(join(folder, 'a')).equals(Buffer.concat(Array.from({ length: 8 }, () => piece)))).toBe(true);
});

it('leaves a file alone that came there meanwhile', async () => {
  const folder = temporaryFolder();
  const file = await openHere(folder);
  await file.begin(0);
  file.write(Buffer.from('new'));
  writeFileSync(join(folder, 'a'), 'mine');
  expect(await file.finish(0)).toEqual({ ok: true, value: 'a (1)' });
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('mine');
});
