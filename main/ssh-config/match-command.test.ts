import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCommand } from './match-command.ts';

it.each([
  ['true', true],
  ['false', false],
  ['exit 3', false],
  ['kill -9 $$', false],
  ['/no/such/program', false],
  ['yes | head -c 5000000', true],
  ['read answer', false],
  [`: ${'x'.repeat(200_000)}`, false],
])('of the command %.30j is told whether it ended well', async (command, endedWell) => {
  expect(await runCommand(command)).toBe(endedWell);
});

it('ends all that a command has started when its time is over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-match-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'pid');
  const command = `trap '' TERM; sleep 600 & echo $! > ${file}.new; mv ${file}.new ${file}; wait`;
  expect(await runCommand(command, 2000)).toBe(false);
  expect(existsSync(file)).toBe(true);
  const isThere = () => {
    const status = `/proc/${readFileSync(file, 'utf8').trim()}/stat`;
    return existsSync(status) && !/\) Z /.test(readFileSync(status, 'utf8'));
  };
  await expect.poll(isThere).toBe(false);
});
