import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../../e2e/lab/key-pair.ts';
import { makePpk } from '../../../e2e/lab/ppk.ts';
import { readKeyFile } from './key-file.ts';
import { openKeysInThread } from './key-thread.ts';
import { type OpenKey, openKeyHere } from './open-key.ts';
import type { Opening } from './opening.ts';
import { publicBlobOf } from './public-key.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
// Inside the tree, so that packages are found from there.
const built = join(root, 'out', `test-key-thread-${process.pid}`);
const passphrase = 'correct horse';
let folder: string;
let inThread: OpenKey;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-key-thread-'));
  await build({
    root,
    configFile: join(root, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: built, rollupOptions: { input: { 'key-worker': 'main/ssh/keys/key-worker.ts' } } },
  });
  inThread = openKeysInThread(pathToFileURL(join(built, 'key-worker.js')));
});
afterAll(async () => {
  await rm(built, { recursive: true, force: true });
  await rm(folder, { recursive: true });
});

async function open(file: string, openKey: OpenKey, words = passphrase): Promise<Opening> {
  const read = await readKeyFile(file, openKey);
  if (!read.ok || read.value.kind !== 'private') throw new Error(JSON.stringify(read));
  return read.value.open(words);
}

/** How long `run` took, and the longest time within in which nothing else could run; ms. */
async function waits(run: () => Promise<unknown>): Promise<{ readonly total: number; readonly longest: number }> {
  const begun = performance.now();
  let last = begun;
  let longest = 0;
  const note = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(note, 5);
  await run();
  clearInterval(timer);
  note();
  return { total: performance.now() - begun, longest };
}

describe('a thread that opens keys', () => {
  it.each([
    ['ppk', () => makePpk(folder, 'ppk', { type: 'ed25519', passphrase, param: 'passes=1' })],
    ['openssh', () => makeKeyPair(folder, 'openssh', { type: 'ecdsa', passphrase })],
    ['pem', () => makeKeyPair(folder, 'pem', { type: 'rsa', passphrase, format: 'PKCS8' })],
  ])('gives the same key as is in the file: %s', async (_format, make) => {
    const { file, publicLine } = await make();
    const opening = await open(file, inThread);
    if (opening.kind !== 'open') throw new Error(opening.kind);
    expect(publicBlobOf(opening.key)?.toString('base64')).toBe(publicLine.split(' ')[1]);
    expect(await open(file, inThread, 'wrong')).toEqual({ kind: 'wrong-passphrase' });
  });

  it('leaves this one free meanwhile, which opening a key here does not', { timeout: 60_000 }, async () => {
    // Some seconds of Argon2.
    const { file } = await makePpk(folder, 'slow', { type: 'ed25519', passphrase, param: 'memory=16384,passes=100' });
    const here = await waits(() => open(file, openKeyHere));
    const there = await waits(() => open(file, inThread));
    expect(here.longest).toBeGreaterThan(here.total / 2);
    expect(there.longest).toBeLessThan(there.total / 2);
  });

  it('is done without where it cannot run', async () => {
    const { file } = await makeKeyPair(folder, 'without', { type: 'ed25519', passphrase });
    const nowhere = openKeysInThread(pathToFileURL(join(built, 'nowhere.js')));
    expect(await open(file, nowhere)).toMatchObject({ kind: 'open' });
  });
});
