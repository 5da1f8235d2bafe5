import { createDecoder, type Heard } from './decoder.ts';
import { hexHeader } from './encode.ts';
import { type Offer, readOffer } from './offer.ts';
import { capability, frame, type Header, positionData, positionOf, subpacketEnd } from './protocol.ts';
import { tailLength } from './tail.ts';

/** Damage without a good byte between: more than this is no transfer any more. */
const maxDamages = 10;

/** What becomes of receiving, in its order: offered, data, …, whole, offered, … */
export interface ReceiverEvents {
  readonly send: (bytes: Uint8Array) => void;
  /** Waits for `accept` or `skip`. */
  readonly onOffered: (offer: Offer) => void;
  /** The bytes are good during the call alone. */
  readonly onData: (bytes: Uint8Array) => void;
  /** All of the file is there: waits for `next`. */
  readonly onWhole: () => void;
  /** The CRC-32 that was asked for. */
  readonly onChecksum: (checksum: number) => void;
}

/** The receiving side of the protocol: what is sent and what is read, without files or time. */
export interface Receiver {
  /** Gives how many bytes were its own: fewer than there are once it is over. */
  readonly read: (bytes: Uint8Array) => number;
  /** Where no data is due: whether this is none of the sender's. */
  readonly isText: (bytes: Uint8Array) => boolean;
  /** The sender has no more files, and was answered. */
  readonly isFinishing: () => boolean;
  /** How it has ended; null while it has not. */
  readonly ending: () => 'finished' | 'cancelled' | 'damaged' | null;
  /** Tells the sender, once more if need be, that somebody is here. */
  readonly greet: () => void;
  /** Takes the file that is offered, from this byte on. */
  readonly accept: (position: number) => void;
  readonly skip: () => void;
  /** Asks for the CRC-32 of the first so many bytes of the file that is offered; a sender may not answer. */
  readonly askChecksum: (bytes: number) => void;
  readonly next: () => void;
}

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'offered' }
  | { readonly kind: 'receiving'; readonly from: number }
  | { readonly kind: 'whole' }
  /** ZFIN was answered; "OO" may follow. */
  | { readonly kind: 'finishing' }
  | { readonly kind: 'ended'; readonly how: 'finished' | 'cancelled' | 'damaged' };

const flags = capability.fullDuplex | capability.overlappedIo | capability.crc32;

export function createReceiver({ send, onOffered, onData, onWhole, onChecksum }: ReceiverEvents): Receiver {
  let stage: Stage = { kind: 'idle' };
  let position = 0;
  let damages = 0;
  let dataOf: number = frame.zdata;

  const say = (type: number, data: Uint8Array = new Uint8Array(4)) => send(hexHeader({ type, data }));
  const sayPosition = (type: number) => say(type, positionData(position));
  // A buffer of 0 bytes: without a pause (chapter 8.2); what is too much is held back on the way.
  const greet = () => say(frame.zrinit, Uint8Array.from([0, 0, 0, flags]));
  const fail = (how: 'cancelled' | 'damaged') => {
    stage = { kind: 'ended', how };
    return false;
  };

  const isFinishing = () => stage.kind === 'finishing';

  const handleHeader = (header: Header): boolean => {
    switch (header.type) {
      case frame.zrqinit:
        if (stage.kind === 'idle') greet();
        return true;
      case frame.zsinit:
      case frame.zfile:
        dataOf = header.type;
        decoder.expectData(true);
        return true;
      case frame.zdata:
        if (stage.kind !== 'receiving') return true;
        dataOf = frame.zdata;
        if (isHere(header)) decoder.expectData(true);
        else sayPosition(frame.zrpos);
        return true;
      case frame.zeof:
        if (stage.kind === 'receiving' && isHere(header)) {
          stage = { kind: 'whole' };
          onWhole();
        }
        return true;
      case frame.zcrc:
        if (stage.kind === 'offered') onChecksum(positionOf(header));
        return true;
      case frame.zfin:
        say(frame.zfin);
        stage = { kind: 'finishing' };
        return false;
      case frame.zabort:
      case frame.zferr:
        return fail('cancelled');
      default:
        return true;
    }
  };

  /** Positions are of 32 bits: those of a larger file begin again. */
  const isHere = (header: Header) => positionOf(header) === position >>> 0;

  const handleData = (bytes: Uint8Array, isAwaited: boolean): boolean => {
    damages = 0;
    if (dataOf === frame.zsinit) say(frame.zack);
    else if (dataOf === frame.zfile) handleOffer(bytes);
    else {
      position += bytes.length;
      onData(bytes);
      if (isAwaited) sayPosition(frame.zack);
    }
    return stage.kind !== 'ended';
  };

  const handleOffer = (bytes: Uint8Array) => {
    // Said once more: our answer did not come in time, or the user's has not come yet.
    if (stage.kind === 'receiving' && position === stage.from) sayPosition(frame.zrpos);
    if (stage.kind !== 'idle') return;
    stage = { kind: 'offered' };
    onOffered(readOffer(bytes));
  };

  const handleDamaged = (): boolean => {
    damages += 1;
    if (damages > maxDamages) return fail('damaged');
    if (stage.kind === 'receiving') sayPosition(frame.zrpos);
    else if (stage.kind === 'idle') say(frame.znak);
    return true;
  };

  const handle = (heard: Heard): boolean => {
    switch (heard.kind) {
      case 'header':
        return handleHeader(heard.header);
      case 'data':
        return handleData(heard.bytes, heard.end === subpacketEnd.zcrcq || heard.end === subpacketEnd.zcrcw);
      case 'damaged':
        return handleDamaged();
      case 'cancelled':
        return fail('cancelled');
    }
  };
  const decoder = createDecoder(handle);

  return {
    read: (bytes) => {
      const read = stage.kind === 'finishing' ? 0 : decoder.read(bytes);
      if (!isFinishing()) return read;
      const rest = bytes.subarray(read);
      const tail = tailLength(rest);
      if (tail < rest.length || rest.includes(over)) stage = { kind: 'ended', how: 'finished' };
      return read + tail;
    },
    isText: (bytes) => stage.kind !== 'finishing' && decoder.isText(bytes),
    isFinishing,
    ending: () => (stage.kind === 'ended' ? stage.how : null),
    greet,
    accept: (from) => {
      position = from;
      stage = { kind: 'receiving', from };
      sayPosition(frame.zrpos);
    },
    skip: () => {
      stage = { kind: 'idle' };
      say(frame.zskip);
    },
    askChecksum: (bytes) => say(frame.zcrc, positionData(bytes)),
    next: () => {
      stage = { kind: 'idle' };
      greet();
    },
  };
}

/** Of "OO". */
const over = 0x4f;
