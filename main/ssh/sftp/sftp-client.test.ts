import { describe, expect, it } from 'vitest';
import { failed, success } from '#contract/failure.ts';
import { encodeString, encodeUint32 } from '../encoding.ts';
import { answerTypes, requestTypes } from './messages.ts';
import { createSftpClient, type SftpClient } from './sftp-client.ts';
import { failureIn } from './sftp-failures.ts';

/** A packet of SFTP: its length, its type, and what is in it. */
const framed = (type: number, ...parts: readonly Uint8Array[]): Buffer =>
  encodeString(Buffer.concat([Buffer.of(type), ...parts]));

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function setUp() {
  const written: Uint8Array[] = [];
  const client = createSftpClient((bytes) => written.push(bytes));
  return { client, written };
}

const status = (id: number, code: number) => framed(answerTypes.status, encodeUint32(id), encodeUint32(code));
const data = (id: number, text: string) => framed(answerTypes.data, encodeUint32(id), encodeString(text));

const readInto = ({ ask }: SftpClient, target: Uint8Array) =>
  ask(
    requestTypes.read,
    ['handle', 0, 0, target.length],
    (answer) => (answer.kind === 'data' && answer.bytes !== null ? success(answer.bytes) : failed(failureIn(answer))),
    { target },
  );
const ask = ({ ask: send }: SftpClient) => send(requestTypes.stat, ['/'], success);

describe('a client of SFTP', () => {
  it.each([1, 2, 3, 5, 13, 1000])('reads answers that come in pieces of %i bytes', async (size) => {
    const { client } = setUp();
    const targets = [Buffer.alloc(5), Buffer.alloc(9)] as const;
    const answers = [readInto(client, targets[0]), ask(client), readInto(client, targets[1])];
    const sent = Buffer.concat([data(1, 'hello'), status(2, 3), data(3, 'world')]);
    for (let at = 0; at < sent.length; at += size) expect(client.read(sent.subarray(at, at + size))).toBe(true);
    expect(await Promise.all(answers)).toEqual([success(5), success({ kind: 'status', code: 3 }), success(5)]);
    expect(targets.map(String)).toEqual(['hello', 'world\0\0\0\0']);
  });

  it('sends what is asked in one turn together, and large data behind its request as it is', async () => {
    const { client, written } = setUp();
    const [small, large] = [Buffer.alloc(100), Buffer.alloc(100_000)];
    for (let asked = 0; asked < 10; asked += 1) void ask(client);
    void client.ask(requestTypes.write, ['handle', 0, 0], success, { data: small });
    void client.ask(requestTypes.write, ['handle', 0, 0], success, { data: large });
    void ask(client);
    await turn();
    expect(written.map(({ length }) => length)).toEqual([10 * 14 + 31 + 100 + 31, 100_000, 14]);
    expect(written[1]).toBe(large);
  });

  it('fails a read that is answered with more than was asked for, and writes nothing beyond it', async () => {
    const { client } = setUp();
    const room = Buffer.alloc(8);
    const answers = [readInto(client, room.subarray(0, 4)), ask(client)];
    expect(client.read(Buffer.concat([data(1, 'too much'), status(2, 0)]))).toBe(true);
    expect(await Promise.all(answers)).toMatchObject([{ failure: { code: 'file-failed' } }, { ok: true }]);
    expect(room).toEqual(Buffer.alloc(8));
  });

  it('takes no notice of answers that nobody waits for', () => {
    const { client } = setUp();
    expect(client.read(Buffer.concat([data(7, 'x'), status(8, 0), status(8, 0)]))).toBe(true);
  });

  it.each([
    ['a packet of nothing', Buffer.alloc(5)],
    ['a packet without end', Buffer.concat([encodeUint32(0x7fff_ffff), Buffer.of(answerTypes.status)])],
    ['data longer than their packet', framed(answerTypes.data, encodeUint32(1), encodeUint32(0xffff_ffff))],
    ['data without their length', framed(answerTypes.data, encodeUint32(1))],
    ['a status cut short', framed(answerTypes.status, encodeUint32(1))],
    ['names that are not there', framed(answerTypes.names, encodeUint32(1), encodeUint32(0xffff_ffff))],
    [
      'attributes without end',
      framed(answerTypes.attributes, encodeUint32(1), encodeUint32(0x8000_0000), encodeUint32(9)),
    ],
    ['a type that is no answer', framed(requestTypes.read, encodeUint32(1))],
  ])('says of %s that it is no SFTP', (_name, bytes) => {
    expect(setUp().client.read(bytes)).toBe(false);
  });

  it('loses all that waits, and sends nothing more, once no answer can come', async () => {
    const { client, written } = setUp();
    const asked = [ask(client), readInto(client, Buffer.alloc(1))];
    client.lose();
    expect(await Promise.all([...asked, ask(client)])).toMatchObject(
      Array.from({ length: 3 }, () => ({ failure: { code: 'files-lost' } })),
    );
    await turn();
    expect(written).toEqual([]);
    expect(await client.begin()).toBeNull();
  });
});

describe('the hello of SFTP', () => {
  const version = (number: number, ...extensions: readonly string[]) =>
    framed(answerTypes.version, encodeUint32(number), ...extensions.map(encodeString));
  const limits = (...values: readonly number[]) =>
    framed(answerTypes.extended, encodeUint32(1), ...values.flatMap((value) => [encodeUint32(0), encodeUint32(value)]));

  async function greet(hello: Buffer, answer: Buffer | null): Promise<number | null> {
    const { client } = setUp();
    const begun = client.begin();
    client.read(hello);
    await turn();
    if (answer !== null) client.read(answer);
    return begun;
  }

  it('says how much the server takes at once', async () => {
    const hello = version(3, 'limits@openssh.com', '1');
    expect(await greet(hello, limits(262_144, 261_120, 200_000, 1019))).toBe(200_000);
    expect(await greet(hello, limits(262_144, 0, 0, 1019))).toBe(32_768);
    expect(await greet(hello, status(1, 8))).toBe(32_768);
    expect(await greet(version(3), null)).toBe(32_768);
  });

  it('is refused from what speaks another version, or none', async () => {
    expect(await greet(version(2), null)).toBeNull();
    expect(await greet(status(1, 0), null)).toBeNull();
  });
});
