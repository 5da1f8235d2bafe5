import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxSoundBytes, readBellSound } from './bell-sound.ts';

describe('the sound of a bell', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-bell-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, content: string) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  it.each(['RIFF1234WAVE', 'OggS', 'fLaC'])('is read from a file that begins with %s', async (content) => {
    const read = await readBellSound(await file('bell', content));
    expect(read).toEqual({ ok: true, value: new TextEncoder().encode(content) });
  });

  it('is no file of another kind, so that the page can read no key', async () => {
    const read = await readBellSound(await file('id_rsa', '-----BEGIN OPENSSH PRIVATE KEY-----'));
    expect(read).toMatchObject({ ok: false, failure: { message: 'The file is not a WAV, Ogg or FLAC file.' } });
  });

  it('is no large file, no folder, no device, and none that is not there', async () => {
    const large = await file('large', 'RIFF');
    await truncate(large, maxSoundBytes + 1);
    for (const path of [large, folder, '/dev/zero', join(folder, 'missing'), '']) {
      expect(await readBellSound(path), path).toMatchObject({ ok: false });
    }
  });
});
