import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexHeader } from './encode.ts';
import { frame, positionData } from './protocol.ts';
import { temporaryFolder, trial } from './testing/lrzsz.ts';

/** Each pair of bytes first, then what repeats nothing. */
function allBytes(length: number): Buffer {
  const bytes = randomBytes(length);
  for (let pair = 0; pair < Math.min(65_536, length >> 1); pair += 1) bytes.writeUInt16BE(pair, pair * 2);
  return bytes;
}

function folders() {
  const [server, folder] = [temporaryFolder(), temporaryFolder()];
  const put = (name: string, bytes: Uint8Array | string) => {
    const path = join(server, name);
    writeFileSync(path, bytes);
    return path;
  };
  const got = (name: string) => readFileSync(join(folder, name));
  return { server, folder, put, got };
}

const goesOnAt = (position: number) => Buffer.from(hexHeader({ type: frame.zrpos, data: positionData(position) }));

describe('receiving from sz', () => {
  it('takes files of all bytes, of none and of megabytes, with any name, after one question', async () => {
    const { folder, put, got } = folders();
    const large = allBytes(3_000_000);
    const paths = [put('large', large), put('none', ''), put('a name.txt', 'spaces'), put('ünïcödé 漢字', 'utf-8')];
    const t = trial({ folder, say: () => 'receive' });
    expect(await t.run('sz', ['-b', ...paths]).ended).toBe(0);
    await t.untilIdle();
    expect(got('large').equals(large)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a name.txt', 'large', 'none', 'ünïcödé 漢字']);
    expect(got('ünïcödé 漢字').toString()).toBe('utf-8');
    expect(statSync(join(folder, 'large')).mtimeMs).toBe(Math.floor(statSync(paths[0] ?? '').mtimeMs / 1000) * 1000);
    expect(t.questions).toEqual([
      expect.objectContaining({
        kind: 'offered',
        host: 'example.com',
        name: 'large',
        files: 4,
        totalBytes: 3_000_011,
        folder,
      }),
    ]);
    expect(t.marks).toEqual([`Zmodem: Received 4 files into ${folder}.`]);
    expect(t.text()).toBe('rz\r');
    expect(t.progress.at(-1)).toMatchObject({ kind: 'receiving', files: 4 });
  });

  it("reads names in the session's character set where they are not UTF-8", async () => {
    const { server, folder } = folders();
    writeFileSync(Buffer.concat([Buffer.from(`${server}/`), Buffer.of(0x8a, 0xbf, 0x8e, 0x9a)]), 'kanji');
    const t = trial({ folder, say: () => 'receive', profile: { characterSet: 'shift-jis' } });
    await t.run('sh', ['-c', 'sz -b *'], server).ended;
    await t.untilIdle();
    expect(readdirSync(folder)).toEqual(['漢字']);
  });

  it('writes nothing without a yes, and ends sz', async () => {
    const { folder, put } = folders();
    const t = trial({ folder, say: () => 'refuse' });
    expect(await t.run('sz', ['-b', put('a', 'secret')]).ended).not.toBe(0);
    await t.untilIdle();
    expect(readdirSync(folder)).toEqual([]);
    expect(t.marks).toEqual(['Zmodem: Refused.']);
  });

  it('keeps its hands off in the rest of the session if it is told so', async () => {
    const { folder, put } = folders();
    const t = trial({ folder, say: () => 'never' });
    await t.run('sz', ['-b', put('a', 'secret')]).ended;
    await t.untilIdle();
    const { child } = t.run('sz', ['-b', put('a', 'secret')]);
    await t.until(() => expect(t.text()).toContain('**\x18B00000000000000'));
    child.kill();
    expect(t.questions).toHaveLength(1);
  });

  it('never leaves the folder, whatever a file is called', async () => {
    const { server, folder, put } = folders();
    mkdirSync(join(server, 'sub'));
    put('sub/../../evil'.replace('sub/../..', '.'), 'x');
    const inner = join(folder, 'in');
    mkdirSync(inner);
    const t = trial({ folder: inner, say: () => 'receive' });
    await t.run('sz', ['-b', '-f', 'sub/../evil', '../evil-not-there'], server).ended;
    await t.untilIdle();
    expect(readdirSync(inner)).toEqual(['evil']);
    expect(readdirSync(folder)).toEqual(['in']);
  });

  it('asks before a file is overwritten, and keeps both, skips or overwrites', async () => {
    const { folder, put, got } = folders();
    const paths = ['a', 'b', 'c'].map((name) => put(name, `new ${name}`));
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), `old ${name}`);
    const says = ['receive', 'rename', 'skip', 'overwrite'] as const;
    const t = trial({ folder, say: () => says[t.questions.length - 1] ?? 'refuse' });
    expect(await t.run('sz', ['-b', ...paths]).ended).toBe(0);
    await t.untilIdle();
    expect(t.questions.map(({ kind }) => kind)).toEqual(['offered', 'exists', 'exists', 'exists']);
    expect(readdirSync(folder).sort()).toEqual(['a', 'a (1)', 'b', 'c']);
    expect(['a', 'a (1)', 'b', 'c'].map((name) => got(name).toString())).toEqual(['old a', 'new a', 'old b', 'new c']);
    expect(t.notices).toEqual([expect.stringContaining('b was skipped.')]);
  });

  it('does the same for all that are there, if it is told so', async () => {
    const { folder, put } = folders();
    const paths = ['a', 'b'].map((name) => put(name, 'new'));
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), 'old');
    const t = trial({ folder, say: ({ kind }) => (kind === 'exists' ? 'rename-all' : 'receive') });
    await t.run('sz', ['-b', ...paths]).ended;
    await t.untilIdle();
    expect(readdirSync(folder).sort()).toEqual(['a', 'a (1)', 'b', 'b (1)']);
    expect(t.questions).toHaveLength(2);
  });

  it('follows no link that lies in the way', async () => {
    const { server, folder, put } = folders();
    const outside = put('outside', 'mine');
    symlinkSync(outside, join(folder, 'a.part'));
    const t = trial({ folder, say: () => 'receive' });
    await t.run('sz', ['-b', put('a', 'evil')]).ended;
    await t.untilIdle();
    expect(readFileSync(join(server, 'outside'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'a'))).toBe(false);
    expect(t.notices).toHaveLength(1);
  });

  it('goes on behind what an earlier try has left, and only if that is the same', async () => {
    const { folder, put, got } = folders();
    const bytes = allBytes(400_000);
    const path = put('a', bytes);
    writeFileSync(join(folder, 'a.part'), bytes.subarray(0, 300_000));
    const t = trial({ folder, say: () => 'receive' });
    await t.run('sz', ['-b', path]).ended;
    await t.untilIdle();
    expect(got('a').equals(bytes)).toBe(true);
    expect(Buffer.concat(t.sent).includes(goesOnAt(300_000))).toBe(true);
    t.sent.length = 0;

    const other = put('b', bytes);
    writeFileSync(join(folder, 'b.part'), Buffer.alloc(300_000));
    await t.run('sz', ['-b', other]).ended;
    await t.untilIdle();
    expect(Buffer.concat(t.sent).includes(goesOnAt(0))).toBe(true);
    expect(Buffer.concat(t.sent).includes(goesOnAt(300_000))).toBe(false);
    expect(got('b').equals(bytes)).toBe(true);
  });

  it('keeps what there is when it is given up, and says where', async () => {
    const { folder, put } = folders();
    const t = trial({ folder, say: () => 'receive' });
    const { ended } = t.run('sz', ['-b', put('a', allBytes(30_000_000))]);
    await t.until(() => expect(t.progress.at(-1)?.bytes ?? 0).toBeGreaterThan(100_000));
    expect(t.zmodem.takesKeys(Buffer.from('ls\r'))).toBe(true);
    expect(t.zmodem.takesKeys(Uint8Array.of(3))).toBe(true);
    await ended;
    await t.untilIdle();
    expect(readdirSync(folder)).toEqual(['a.part']);
    expect(t.marks).toEqual([
      `Zmodem: Cancelled. What has arrived is kept as ${join(folder, 'a.part')}; sent again, it goes on from there.`,
    ]);
  });

  it('says so when the connection is lost in the middle', async () => {
    const { folder, put } = folders();
    const t = trial({ folder, say: () => 'receive' });
    const { child } = t.run('sz', ['-b', put('a', allBytes(30_000_000))]);
    await t.until(() => expect(t.progress.at(-1)?.bytes ?? 0).toBeGreaterThan(100_000));
    child.stdout.removeAllListeners('data');
    t.zmodem.lose();
    await t.untilIdle();
    expect(t.marks).toEqual([
      expect.stringMatching(/^Zmodem: The connection was lost\. What has arrived is kept as .*a\.part/),
    ]);
    expect(t.notices).toEqual([]);
  });
});
