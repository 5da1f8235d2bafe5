import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failed, success } from '#contract/failure.ts';
import { moveInto } from './move.ts';
import { openFilesOnSshd, temporaryFolder } from './testing/files-lab.ts';

it('moves files and folders on the server, over nothing that is there', async () => {
  const folder = temporaryFolder();
  const into = join(folder, 'into');
  mkdirSync(join(folder, 'tree', 'deep'), { recursive: true });
  mkdirSync(into);
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), 'moved');
  writeFileSync(join(into, 'b.txt'), 'there');
  const { files } = await openFilesOnSshd();

  expect(await moveInto(files, join(folder, 'a.txt'), into)).toEqual(success(null));
  expect(await moveInto(files, join(folder, 'tree'), into)).toEqual(success(null));
  expect(readFileSync(join(into, 'a.txt'), 'utf8')).toBe('moved');
  expect(existsSync(join(into, 'tree', 'deep'))).toBe(true);

  expect(await moveInto(files, join(folder, 'b.txt'), into)).toMatchObject({
    failure: { message: 'A file of that name is there already.' },
  });
  expect(readFileSync(join(into, 'b.txt'), 'utf8')).toBe('there');
  expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('moved');
});

it('moves nothing where it cannot be told whether something is in the way', async () => {
  const lost = failed({ code: 'files-lost', message: 'The session is not connected.', retryable: true } as const);
  const asked: string[] = [];
  const rename = async (from: string) => {
    asked.push(from);
    return success(null);
  };
  expect(await moveInto({ lstat: async () => lost, rename }, '/a', '/b')).toBe(lost);
  expect(asked).toEqual([]);
});
