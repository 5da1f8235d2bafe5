import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
import { binaryHeader, hexHeader, subpacket } from './encode.ts';
import { frame, positionData, subpacketEnd } from './protocol.ts';
import { temporaryFolder, trial } from './testing/lrzsz.ts';

const offersFiles = hexHeader({ type: frame.zrqinit, data: new Uint8Array(4) });
const wantsFiles = hexHeader({ type: frame.zrinit, data: Uint8Array.of(0, 0, 0, 0x23) });
const header = (type: number, position = 0) => binaryHeader({ type, data: positionData(position) }, true);
const fileNamed = (name: string, facts = '4 0 0 0 1 4') =>
  Buffer.concat([header(frame.zfile), subpacket(Buffer.from(`${name}\0${facts}\0`), subpacketEnd.zcrcw, true)]);
const text = (words: string) => Buffer.from(words, 'latin1');

/** A server that says what the test has it say, in time of the test's own. */
function server(options: Parameters<typeof trial>[0] = {}) {
  const clock = createFakeClock();
  const folder = temporaryFolder();
  const t = trial({ folder, clock, ...options });
  const sent = () => Buffer.concat(t.sent).toString('latin1');
  const begin = () => {
    t.zmodem.output(offersFiles);
    clock.advance(100);
  };
  const endNow = async () => {
    for (let step = 0; step < 20; step += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      clock.advance(100);
    }
  };
  return { ...t, clock, folder, sent, begin, endNow };
}

describe('what only looks like the beginning of a transfer', () => {
  it.each([
    ['a beginning in the middle of text', Buffer.concat([offersFiles, text('and more\r\n')])],
    ['a wrong checksum', text('**\x18B00000000000001\r\x8a\x11')],
    ['one with flags', text('**\x18B00000000010001\r\x8a')],
    ['stars and Ctrl+X', text('***** \x18\x18 **\x18B0')],
    ['another header', hexHeader({ type: frame.zack, data: new Uint8Array(4) })],
  ])('passes as it is: %s', (_, bytes) => {
    const { zmodem, clock, shown, sent } = server();
    zmodem.output(bytes);
    clock.advance(1000);
    expect(Buffer.concat(shown).equals(bytes)).toBe(true);
    expect(sent()).toBe('');
    expect(zmodem.takesKeys(text('x'))).toBe(false);
  });

  it('is passed at once where nothing has to be waited for', () => {
    const { zmodem, shown } = server();
    for (const piece of ['a*', '*', '**\x18X', '\x18']) zmodem.output(text(piece));
    expect(Buffer.concat(shown).toString('latin1')).toBe('a****\x18X\x18');
  });

  it('is seen wherever the pieces are cut', () => {
    for (let cut = 1; cut < offersFiles.length; cut += 1) {
      const { zmodem, clock, sent } = server();
      zmodem.output(offersFiles.subarray(0, cut));
      zmodem.output(offersFiles.subarray(cut));
      clock.advance(100);
      expect(sent(), `cut at ${cut}`).toContain('**\x18B01');
    }
  });

  it('gives the terminal back when text follows, without a question', async () => {
    const { zmodem, begin, endNow, questions, text: shown } = server();
    begin();
    expect(zmodem.takesKeys(text('x'))).toBe(true);
    zmodem.output(text('\r\n$ '));
    await endNow();
    expect(shown()).toBe('\r\n$ ');
    expect(zmodem.takesKeys(text('x'))).toBe(false);
    expect(questions).toEqual([]);
  });

  it('gives the terminal back when nothing follows', async () => {
    const { zmodem, begin, clock, endNow, questions, sent } = server();
    begin();
    clock.advance(1000);
    expect(zmodem.status()).toMatchObject({ kind: 'receiving', name: '' });
    clock.advance(9000);
    await endNow();
    expect(zmodem.takesKeys(text('x'))).toBe(false);
    expect(questions).toEqual([]);
    expect(sent()).toContain('\x18'.repeat(8));
  });

  it('is not listened to any more when it comes again and again', async () => {
    const { zmodem, begin, endNow, logged, text: shown } = server();
    for (let time = 0; time < 20; time += 1) {
      begin();
      zmodem.output(text('$ '));
      await endNow();
    }
    expect(logged.filter((line) => line.includes('offers files')).length).toBeLessThanOrEqual(3);
    expect(shown()).toContain('**\x18B00');
  }, 20_000);
});

describe('a hostile sender', () => {
  const accepting = () => server({ say: () => 'receive' });

  it.each([
    ['../../etc/cron.d/evil', 'evil'],
    ['/etc/evil', 'evil'],
    ['a/b/..', null],
    ['..', null],
    ['', null],
  ])('is kept in the folder: %s', async (name, kept) => {
    const t = accepting();
    t.begin();
    t.zmodem.output(fileNamed(name));
    if (kept !== null) {
      await t.until(() => expect(t.sent()).toContain('**\x18B09'));
      t.zmodem.output(
        Buffer.concat([header(frame.zdata), subpacket(text('evil'), subpacketEnd.zcrce, true), header(frame.zeof, 4)]),
      );
      await t.until(() => expect(readdirSync(t.folder)).toEqual([kept]));
    } else {
      await t.until(() => expect(t.sent()).toContain('**\x18B05'));
      expect(readdirSync(t.folder)).toEqual([]);
    }
  });

  it('is refused a name of 10 kB, and shown to be what it is', async () => {
    const t = accepting();
    t.begin();
    t.zmodem.output(fileNamed('x'.repeat(10_000)));
    await t.until(() => expect(t.sent()).toContain('**\x18B05'));
    expect(t.questions).toEqual([]);
  });

  it('makes no more than one question, without control characters in it', async () => {
    const t = server();
    t.begin();
    for (let time = 0; time < 5; time += 1)
      t.zmodem.output(fileNamed('a\x1b[2J\u202etxt.exe', '9999999999999 0 0 0 1 9999999999999'));
    expect(t.questions).toEqual([
      expect.objectContaining({ name: 'a[2Jtxt.exe', files: 1, totalBytes: 9_999_999_999_999 }),
    ]);
    t.zmodem.answer(t.questions[0]?.questionId ?? '', 'refuse');
    await t.endNow();
    expect(readdirSync(t.folder)).toEqual([]);
  });

  it('is asked about again when it sends more files than it said', async () => {
    const t = accepting();
    t.begin();
    for (const name of ['a', 'b']) {
      t.zmodem.output(fileNamed(name));
      await t.until(() => expect(t.sent().split('**\x18B09').length).toBe(name === 'a' ? 2 : 3));
      t.zmodem.output(
        Buffer.concat([header(frame.zdata), subpacket(text('four'), subpacketEnd.zcrce, true), header(frame.zeof, 4)]),
      );
      await t.until(() => expect(t.sent().split('**\x18B01').length).toBe(name === 'a' ? 3 : 4));
    }
    expect(readdirSync(t.folder)).toEqual(['a', 'b']);
    expect(t.questions.map(({ kind }) => kind)).toEqual(['offered', 'offered']);
  });

  it.each([
    ['data that never ends', Buffer.concat([header(frame.zdata), Buffer.alloc(60_000, 'x')])],
    ['data of a wrong checksum', Buffer.concat([header(frame.zdata), text('four\x18hAAAA')])],
  ])('is given up after some tries: %s', async (_, bytes) => {
    const t = accepting();
    t.begin();
    t.zmodem.output(fileNamed('a'));
    await t.until(() => expect(t.sent()).toContain('**\x18B09'));
    for (let time = 0; time < 12; time += 1) t.zmodem.output(bytes);
    await t.endNow();
    expect(t.notices).toEqual([expect.stringContaining('is not a Zmodem transfer')]);
    expect(t.zmodem.takesKeys(text('x'))).toBe(false);
  });

  it('may fall silent: it is waited for a minute', async () => {
    const t = accepting();
    t.begin();
    t.zmodem.output(fileNamed('a'));
    await t.until(() => expect(t.sent()).toContain('**\x18B09'));
    await t.endNow();
    t.clock.advance(61_000);
    await t.endNow();
    expect(t.notices).toEqual([expect.stringMatching(/^a was not received\. The server stopped sending\./)]);
  });

  it('is ended where the folder cannot be written', async () => {
    const t = server({ say: () => 'receive', folder: '/dev/full/folder' });
    t.begin();
    t.zmodem.output(fileNamed('a'));
    await t.until(() => expect(t.notices).toHaveLength(1));
    expect(t.sent()).toContain('\x18'.repeat(8));
  });
});

it('keeps rz and sz waiting while the user has not answered', () => {
  const t = server();
  writeFileSync(join(t.folder, 'a'), 'text');
  t.zmodem.output(wantsFiles);
  t.clock.advance(30_000);
  expect(t.sent().split('**\x18B11').length).toBe(5);
});

it('leaves all as it is where it is off', () => {
  const t = server({ profile: { zmodem: 'off' } });
  t.begin();
  expect(Buffer.concat(t.shown).equals(offersFiles)).toBe(true);
  expect(t.sent()).toBe('');
});
