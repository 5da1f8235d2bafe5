import type { FileHandle } from 'node:fs/promises';
import { binaryHeader, type Escapes, escapesFor, subpacket } from './encode.ts';
import type { Mailbox } from './mailbox.ts';
import { binary, capability, frame, type Header, positionData, positionOf, subpacketEnd } from './protocol.ts';

/** What every receiver has room for (chapter 7.4). */
const subpacketBytes = 1024;

/** What is read and sent at once. */
const pieceBytes = 32 * 1024;

/** What a receiver said of itself in ZRINIT (chapter 11.2). */
export interface ReceiverNature {
  readonly is32Bit: boolean;
  readonly escapes: Escapes;
  /** Bytes that it takes before it wants to be waited for; 0 where it takes all. */
  readonly buffer: number;
}

export function natureOf({ data }: Header): ReceiverNature {
  const flags = data[3] ?? 0;
  return {
    is32Bit: (flags & capability.crc32) !== 0,
    escapes: escapesFor((flags & capability.escapeControls) !== 0),
    buffer: (data[0] ?? 0) | ((data[1] ?? 0) << 8),
  };
}

export interface FileToSend {
  readonly file: FileHandle;
  readonly name: Uint8Array;
  /** Bytes. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly modifiedAt: number;
  readonly mode: number;
  /** Files that are left, with this one, and their bytes. */
  readonly filesLeft: number;
  readonly bytesLeft: number;
}

export interface SendTools {
  readonly nature: ReceiverNature;
  readonly mailbox: Mailbox;
  /** Resolves when there is room for more. */
  readonly send: (bytes: Uint8Array) => Promise<void>;
  readonly onPosition: (position: number) => void;
}

/** What became of a file: the receiver may have one of the name, or the transfer is over. */
export type Sent = 'sent' | 'skipped' | 'ended';

/** Sends one file to a receiver that has said ZRINIT. Rejects where the file can't be read. */
export async function sendFile(tools: SendTools, given: FileToSend): Promise<Sent> {
  const { mailbox } = tools;
  await offer(tools, given);
  for (;;) {
    const header = await mailbox.next();
    if (header === null || isOver(header)) return 'ended';
    if (header.type === frame.zskip) return 'skipped';
    if (header.type === frame.znak) await offer(tools, given);
    if (header.type === frame.zrpos) return sendFrom(tools, given, positionOf(header));
  }
}

const isOver = ({ type }: Header) => type === frame.zfin || type === frame.zabort || type === frame.zferr;

async function offer({ nature, send }: SendTools, given: FileToSend): Promise<void> {
  const { size, modifiedAt, mode, filesLeft, bytesLeft } = given;
  const facts = `${size} ${modifiedAt.toString(8)} ${mode.toString(8)} 0 ${filesLeft} ${bytesLeft}`;
  const data = Buffer.concat([given.name, Buffer.from(`\0${facts}\0`)]);
  const header = { type: frame.zfile, data: Uint8Array.from([0, 0, 0, binary]) };
  const { is32Bit, escapes } = nature;
  await send(
    Buffer.concat([binaryHeader(header, is32Bit, escapes), subpacket(data, subpacketEnd.zcrcw, is32Bit, escapes)]),
  );
}

/** Where it is to go on; null where it has come to the end of the file, and said so. */
async function sendFrom(tools: SendTools, given: FileToSend, start: number): Promise<Sent> {
  const { mailbox, onPosition } = tools;
  for (let from = start; ; ) {
    onPosition(from);
    const again = await stream(tools, given, from);
    if (again !== null) {
      if (again.type !== frame.zrpos) return again.type === frame.zskip ? 'skipped' : 'ended';
      from = positionOf(again);
      continue;
    }
    const header = await nextThat(mailbox, ({ type }) => type !== frame.zack && type !== frame.znak);
    if (header === null || isOver(header)) return 'ended';
    if (header.type === frame.zrinit) return 'sent';
    if (header.type === frame.zskip) return 'skipped';
    if (header.type === frame.zrpos) from = positionOf(header);
  }
}

/** Null where all was sent, else what the receiver said in between. */
async function stream({ nature, mailbox, send, onPosition }: SendTools, { file }: FileToSend, start: number) {
  const { is32Bit, escapes, buffer } = nature;
  const say = (type: number, position: number) =>
    binaryHeader({ type, data: positionData(position) }, is32Bit, escapes);
  const bytes = Buffer.allocUnsafe(buffer > 0 ? Math.min(buffer, pieceBytes) : pieceBytes);
  let header: Uint8Array = say(frame.zdata, start);
  for (let position = start; ; ) {
    const { bytesRead } = await file.read(bytes, 0, bytes.length, position);
    const pieces = bytesRead === 0 ? [] : split(bytes.subarray(0, bytesRead));
    const isLast = bytesRead === 0;
    // A receiver with a buffer is waited for after each of them (chapter 9.4).
    const waits = buffer > 0 && !isLast;
    const packets = pieces.map((piece, index) =>
      subpacket(
        piece,
        waits && index === pieces.length - 1 ? subpacketEnd.zcrcw : subpacketEnd.zcrcg,
        is32Bit,
        escapes,
      ),
    );
    position += bytesRead;
    const end = isLast
      ? [subpacket(new Uint8Array(), subpacketEnd.zcrce, is32Bit, escapes), say(frame.zeof, position)]
      : [];
    await send(Buffer.concat([header, ...packets, ...end]));
    header = new Uint8Array();
    onPosition(position);
    if (isLast) return null;
    const said = waits ? await mailbox.next() : mailbox.take();
    if (waits && said === null) return { type: frame.zfin, data: new Uint8Array(4) };
    if (said !== null && isAnswer(said)) return said;
    if (waits) header = say(frame.zdata, position);
  }
}

/** Anything that changes what is to be sent; a ZACK, or a ZRINIT of before, does not. */
const isAnswer = (header: Header) => header.type === frame.zrpos || header.type === frame.zskip || isOver(header);

async function nextThat(mailbox: Mailbox, matches: (header: Header) => boolean): Promise<Header | null> {
  for (;;) {
    const header = await mailbox.next();
    if (header === null || matches(header)) return header;
  }
}

function split(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / subpacketBytes) }, (_, index) =>
    bytes.subarray(index * subpacketBytes, (index + 1) * subpacketBytes),
  );
}
