import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFilesOnSshd, queueOn, temporaryFolder, untilState } from '../testing/files-lab.ts';
import { newBatch } from '../transfers/conflict.ts';
import { uploadTask } from '../transfers/upload-tasks.ts';
import { createLocalFolders } from './local-folders.ts';

const window = 1;
const otherWindow = 2;

/** A folder that is granted, and a secret beside it with links that lead there. */
async function setUp(platform: NodeJS.Platform = 'linux') {
  const around = temporaryFolder();
  const [root, outside] = [join(around, 'root'), join(around, 'root-secret')];
  mkdirSync(join(root, 'docs', 'deep'), { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, 'key'), 'secret');
  writeFileSync(join(root, 'docs', 'notes.txt'), 'twelve bytes');
  utimesSync(join(root, 'docs', 'notes.txt'), 1_700_000_000, 1_700_000_000);
  const folders = createLocalFolders(platform);
  const { grant } = await folders.grant(window, root);
  return { folders, grant, root, outside };
}

describe('the folder of this computer that a window may look into', () => {
  it('is read with what lies in it, links with what they lead to within it', async () => {
    const { folders, grant, root, outside } = await setUp();
    symlinkSync('deep', join(root, 'docs', 'in'));
    symlinkSync(outside, join(root, 'docs', 'out'));
    symlinkSync('nowhere', join(root, 'docs', 'broken'));
    execFileSync('mkfifo', [join(root, 'docs', 'pipe')]);
    const listed = await folders.list(window, { grant, folder: ['docs'] });
    if (!listed.ok) throw new Error(listed.failure.message);
    expect(listed.value.shownPath).toBe(join(root, 'docs'));
    const facts = listed.value.entries.map(({ name, kind, target }) => [name, kind, target]);
    expect(facts.sort()).toEqual([
      ['broken', 'link', null],
      ['deep', 'folder', null],
      ['in', 'link', 'folder'],
      ['notes.txt', 'file', null],
      ['out', 'link', null],
      ['pipe', 'other', null],
    ]);
    const notes = listed.value.entries.find(({ name }) => name === 'notes.txt');
    expect(notes).toMatchObject({ size: 12, modifiedAt: 1_700_000_000, shownName: 'notes.txt' });
  });

  it('is left by no name and by no link', async () => {
    const { folders, grant, root, outside } = await setUp();
    symlinkSync(outside, join(root, 'out'));
    symlinkSync('..', join(root, 'up'));
    symlinkSync('docs/deep', join(root, 'in'));
    const hostile = [
      ['..'],
      ['docs', '..', '..'],
      ['.'],
      [''],
      ['../root-secret'],
      [outside],
      ['/'],
      ['docs/deep'],
      ['a\0b'],
    ];
    for (const folder of [...hostile, ['out'], ['up'], ['up', 'root-secret'], ['in', '..']]) {
      expect(await folders.list(window, { grant, folder })).toMatchObject({
        ok: false,
        failure: { code: 'file-refused' },
      });
      expect(await folders.find(window, { grant, folder })).toMatchObject({ ok: false });
    }
    for (const entry of ['..', '../root-secret/key', '/etc/passwd', '']) {
      expect(await folders.find(window, { grant, folder: [] }, [entry])).toMatchObject({ ok: false });
    }
    expect(await folders.find(window, { grant, folder: ['in'] })).toMatchObject({ ok: true });
  });

  it.each(['..\\..', 'C:', 'C:\\Windows', 'notes.txt:stream', 'CON', 'nul.txt', 'COM1', 'docs.', 'docs '])(
    'has on Windows nothing that is called %j',
    async (name) => {
      const { folders, grant } = await setUp('win32');
      const refused = { ok: false, failure: { code: 'file-refused' } };
      expect(await folders.find(window, { grant, folder: [name] })).toMatchObject(refused);
      expect(await folders.find(window, { grant, folder: [] }, [name])).toMatchObject(refused);
    },
  );

  it('is reached by the grant of the window alone, until another one takes its place', async () => {
    const { folders, grant, outside } = await setUp();
    const refused = { ok: false, failure: { code: 'file-refused' } };
    expect(await folders.list(otherWindow, { grant, folder: [] })).toMatchObject(refused);
    expect(await folders.list(window, { grant: 'made-up', folder: [] })).toMatchObject(refused);
    const next = await folders.grant(window, outside);
    expect(await folders.list(window, { grant, folder: [] })).toMatchObject(refused);
    expect(await folders.list(window, { grant: next.grant, folder: [] })).toMatchObject({ ok: true });
    folders.forget(window);
    expect(await folders.list(window, { grant: next.grant, folder: [] })).toMatchObject(refused);
    expect(folders.of(window)).toBeUndefined();
  });

  it('says so where it is no folder, or not there any more', async () => {
    const { folders, grant, root } = await setUp();
    expect(await folders.list(window, { grant, folder: ['docs', 'notes.txt'] })).toMatchObject({ ok: false });
    rmSync(root, { recursive: true });
    const gone = await folders.list(window, { grant, folder: [] });
    expect(gone).toMatchObject({ ok: false, failure: { message: `${root} is not there any more.` } });
  });

  it('may have 10,000 files', async () => {
    const { folders, grant, root } = await setUp();
    for (let index = 0; index < 10_000; index += 1) writeFileSync(join(root, 'docs', 'deep', `f${index}`), '');
    const listed = await folders.list(window, { grant, folder: ['docs', 'deep'] });
    expect(listed.ok && listed.value.entries.length).toBe(10_000);
  });
});

it('nothing is uploaded that a link leads to out of a granted folder', async () => {
  const { root, outside } = await setUp();
  symlinkSync(join(outside, 'key'), join(root, 'docs', 'key'));
  symlinkSync(join(root, 'docs', 'notes.txt'), join(root, 'docs', 'same.txt'));
  symlinkSync(outside, join(root, 'out'));
  const target = temporaryFolder();
  const { files } = await openFilesOnSshd();
  const transfers = queueOn(() => files);
  const localPaths = ['docs', 'out'].map((name) => join(root, name));
  const task = uploadTask({ localPaths, remoteFolder: target, within: root, batch: newBatch() });
  transfers.add({ kind: 'upload', name: 'x', to: target }, task);
  const { transferId } = await untilState(transfers, 'failed');
  expect([...transfers.notDone(transferId).reasons].sort()).toEqual([
    'docs/key: It leads out of the folder that you chose on this computer, and was left out.',
    'out: It leads out of the folder that you chose on this computer, and was left out.',
  ]);
  expect(
    execFileSync('find', [target, '-type', 'f', '-printf', '%P\\n'], { encoding: 'utf8' }).split('\n').sort(),
  ).toEqual(['', 'docs/notes.txt', 'docs/same.txt']);
});
