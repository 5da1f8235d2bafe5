import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { success } from '#contract/failure.ts';
import { systemClock } from '../keepalive/system-clock.ts';
import { startEdit } from './edit.ts';
import { editName } from './edit-name.ts';
import { openFilesOnSshd, temporaryFolder } from './testing/files-lab.ts';
import { createFlow } from './transfers/flow.ts';

async function edit(name: string) {
  const remotePath = join(temporaryFolder(), name);
  writeFileSync(remotePath, 'first', { mode: 0o640 });
  const { files } = await openFilesOnSshd();
  let opened = '';
  const running = startEdit({
    remotePath,
    clock: systemClock,
    platform: process.platform,
    connect: async () => success({ files, flow: createFlow() }),
    openInEditor: async (path) => {
      opened = path;
      return null;
    },
    wallClock: Date.now,
    onChange: () => undefined,
  });
  onTestFinished(running.end);
  const until = (state: object) => expect.poll(() => running.shown().state, { timeout: 10_000 }).toMatchObject(state);
  await until({ kind: 'open', savedAt: null });
  return { running, until, remotePath, local: opened };
}

describe('an edit in place', () => {
  it('opens a copy for its user alone, and sends it back when it is saved, with its permissions', async () => {
    const { running, until, remotePath, local } = await edit('notes.txt');
    expect(readFileSync(local, 'utf8')).toBe('first');
    expect([statSync(local).mode & 0o777, statSync(dirname(local)).mode & 0o777]).toEqual([0o600, 0o700]);
    writeFileSync(local, 'second');
    await until({ kind: 'open', savedAt: expect.any(Number) });
    expect(readFileSync(remotePath, 'utf8')).toBe('second');
    expect(statSync(remotePath).mode & 0o777).toBe(0o640);
    running.end();
    expect(existsSync(dirname(local))).toBe(false);
  });

  it('overwrites what was changed on the server meanwhile only when it is told to', async () => {
    const { running, until, remotePath, local } = await edit('notes.txt');
    writeFileSync(remotePath, 'by somebody else');
    writeFileSync(local, 'second');
    await until({ kind: 'conflict' });
    expect(readFileSync(remotePath, 'utf8')).toBe('by somebody else');
    running.save();
    await until({ kind: 'open', savedAt: expect.any(Number) });
    expect(readFileSync(remotePath, 'utf8')).toBe('second');
  });

  it('gives what a system would run another name', async () => {
    expect((await edit('install.bat')).local).toMatch(/install\.bat\.txt$/);
    expect(['a.DESKTOP', 'a.lnk', 'a.command', 'a.conf', 'Makefile'].map(editName)).toEqual([
      'a.DESKTOP.txt',
      'a.lnk.txt',
      'a.command.txt',
      'a.conf',
      'Makefile',
    ]);
  });
});
