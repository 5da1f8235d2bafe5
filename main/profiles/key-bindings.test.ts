import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKeyBindings } from './key-bindings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('the keys are kept for the next start', () => {
  const bindings = { preset: 'putty', own: { find: 'ctrl+shift+g' } } as const;
  expect(openKeyBindings(folder, 'linux').current()).toEqual({ preset: 'linux', own: {} });
  expect(openKeyBindings(folder, 'linux').set(bindings)).toEqual({ ok: true, value: bindings });
  expect(openKeyBindings(folder, 'linux').current()).toEqual(bindings);
});

it('a damaged file counts for none', async () => {
  await writeFile(join(folder, 'keys.json'), '{"preset":');
  expect(openKeyBindings(folder, 'windows').current()).toEqual({ preset: 'windows', own: {} });
});

it('what cannot be written is told, and stays as it was', async () => {
  await writeFile(join(folder, 'file'), '');
  const keys = openKeyBindings(join(folder, 'file'), 'linux');
  expect(keys.set({ preset: 'putty', own: {} })).toMatchObject({ ok: false, failure: { code: 'storage-failed' } });
  expect(keys.current().preset).toBe('linux');
});
