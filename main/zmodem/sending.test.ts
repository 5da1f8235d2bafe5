import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, trial } from './testing/lrzsz.ts';

const everyByte = Buffer.from(
  Array.from({ length: 131_072 }, (_, index) => (index & 1 ? index >> 9 : index >> 1) & 0xff),
);

function files(...given: readonly (readonly [string, Uint8Array | string])[]) {
  const [here, server] = [temporaryFolder(), temporaryFolder()];
  const paths = given.map(([name, bytes]) => {
    const path = join(here, name);
    writeFileSync(path, bytes);
    return path;
  });
  return { here, server, paths };
}

describe('sending to rz', () => {
  it('sends files of all bytes, of none and of megabytes, with any name', async () => {
    const large = Buffer.concat(Array.from({ length: 20 }, () => everyByte));
    const { server, paths } = files(['large', large], ['none', ''], ['a name ü 漢字', 'text']);
    utimesSync(paths[0] ?? '', 1_700_000_000, 1_700_000_000);
    const t = trial({ toSend: paths, say: () => 'choose' });
    expect(await t.run('rz', ['-b'], server).ended).toBe(0);
    await t.untilIdle();
    expect(readFileSync(join(server, 'large')).equals(large)).toBe(true);
    expect(readdirSync(server).sort()).toEqual(['a name ü 漢字', 'large', 'none']);
    expect(statSync(join(server, 'large')).mtimeMs).toBe(1_700_000_000_000);
    expect(t.questions).toEqual([expect.objectContaining({ kind: 'wanted', host: 'example.com' })]);
    expect(t.marks).toEqual(['Zmodem: Sent 3 files to example.com.']);
    expect(t.progress.at(-1)).toMatchObject({ kind: 'sending', files: 3 });
    expect(t.text()).toBe('');
  });

  it('sends what is dropped while it asks, and nothing that comes for another question or later', async () => {
    const { server, paths } = files(['a', 'text'], ['late', 'text']);
    const t = trial({});
    const { ended } = t.run('rz', ['-b'], server);
    await t.until(() => expect(t.questions).toHaveLength(1));
    const id = t.questions[0]?.questionId ?? '';
    expect(t.zmodem.send('another', paths.slice(1))).toBe(false);
    expect(t.zmodem.send(id, paths.slice(0, 1))).toBe(true);
    expect(t.zmodem.send(id, paths.slice(1))).toBe(false);
    expect(await ended).toBe(0);
    await t.untilIdle();
    expect(readdirSync(server)).toEqual(['a']);
  });

  it('escapes all control characters for a receiver that wants it', async () => {
    const { server, paths } = files(['a', everyByte]);
    const t = trial({ toSend: paths, say: () => 'choose' });
    expect(await t.run('rz', ['-b', '-e'], server).ended).toBe(0);
    await t.untilIdle();
    expect(readFileSync(join(server, 'a')).equals(everyByte)).toBe(true);
  });

  it('waits for a receiver with a buffer', async () => {
    const { server, paths } = files(['a', everyByte]);
    const t = trial({ toSend: paths, say: () => 'choose' });
    expect(await t.run('rz', ['-b', '-B', '8192', '-w', '2048'], server).ended).toBe(0);
    await t.untilIdle();
    expect(readFileSync(join(server, 'a')).equals(everyByte)).toBe(true);
  });

  it('goes on where rz wants it to', async () => {
    const { server, paths } = files(['a', everyByte]);
    writeFileSync(join(server, 'a'), everyByte.subarray(0, 100_000));
    const t = trial({ toSend: paths, say: () => 'choose' });
    expect(await t.run('rz', ['-b', '-r'], server).ended).toBe(0);
    await t.untilIdle();
    expect(readFileSync(join(server, 'a')).equals(everyByte)).toBe(true);
  });

  it('tells of what the server did not take, and sends the rest', async () => {
    const { server, paths } = files(['a', 'new'], ['b', 'new']);
    writeFileSync(join(server, 'a'), 'old');
    const t = trial({ toSend: paths, say: () => 'choose' });
    await t.run('rz', ['-b', '-p'], server).ended;
    await t.untilIdle();
    expect([readFileSync(join(server, 'a'), 'utf8'), readFileSync(join(server, 'b'), 'utf8')]).toEqual(['old', 'new']);
    expect(t.notices).toEqual([expect.stringMatching(/^Sent b to example\.com\. a was skipped by the server/)]);
  });

  it('leaves out what is no file', async () => {
    const { here, server, paths } = files(['a', 'text']);
    mkdirSync(join(here, 'folder'));
    const t = trial({ toSend: [join(here, 'folder'), join(here, 'gone'), ...paths], say: () => 'choose' });
    await t.run('rz', ['-b'], server).ended;
    await t.untilIdle();
    expect(readdirSync(server)).toEqual(['a']);
    expect(t.notices[0]).toMatch(/^Sent a .* folder was left out.*gone is not there any more\.$/);
  });

  it('ends rz when it is refused, or given up in the middle', async () => {
    const { server, paths } = files(['a', Buffer.alloc(50_000_000)]);
    const refusing = trial({ say: () => 'refuse' });
    expect(await refusing.run('rz', ['-b'], server).ended).not.toBe(0);
    await refusing.untilIdle();

    const t = trial({ toSend: paths, say: () => 'choose' });
    const { ended } = t.run('rz', ['-b'], server);
    await t.until(() => expect(t.progress.at(-1)?.bytes ?? 0).toBeGreaterThan(100_000));
    t.zmodem.cancel();
    expect(await ended).not.toBe(0);
    await t.untilIdle();
    expect(t.marks).toEqual(['Zmodem: Cancelled.']);
  });

  it('stops at once when rz dies, as the rest would be typed into the shell', async () => {
    const { server, paths } = files(['a', Buffer.alloc(50_000_000)]);
    const t = trial({ toSend: paths, say: () => 'choose' });
    const { child } = t.run('rz', ['-b'], server);
    await t.until(() => expect(t.progress.at(-1)?.bytes ?? 0).toBeGreaterThan(100_000));
    child.kill('SIGKILL');
    t.zmodem.output(Buffer.from('Killed\r\n$ '));
    await t.untilIdle();
    expect(t.notices).toEqual(['a was not sent. The program at the server has ended.']);
    expect(t.text()).toBe('Killed\r\n$ ');
  });
});
