import { join } from 'node:path';
import { createRate } from '../files/transfers/rate.ts';
import type { Cancel } from '../keepalive/clock.ts';
import { harmlessLine } from '../ssh/sanitise.ts';
import { createChecksumQuestions } from './checksum-questions.ts';
import { createConsent } from './consent.ts';
import type { Offer } from './offer.ts';
import { createPatience } from './patience.ts';
import { nameHere, type Placed, placeFile } from './place-file.ts';
import { cancelSequence } from './protocol.ts';
import { createReceiver } from './receiver.ts';
import { createTally } from './tally.ts';
import { type Ending, nothingYet, type Transfer, type TransferTools } from './transfer.ts';
import {
  cancelled,
  connectionLost,
  givenUpThere,
  keptAs,
  noTransfer,
  nothingFollowed,
  notReceived,
  programEnded,
  receivedWords,
  refused,
  refusedForever,
  skipped,
  stoppedSending,
} from './words.ts';

/** `sz` answers the greeting with a file; it is greeted again meanwhile, as it may have cleared its input. Ms. */
const beginMs = 10_000;
const greetMs = 3000;

/** "OO" follows the answer to the last header, or doesn't; ms. */
const overMs = 1000;

/** The sender says nothing for so long: it has stopped. lrzsz itself waits for as long. Ms. */
const stalledMs = 60_000;

/** Progress is told of after so many bytes: subpackets are of 1 KiB. */
const tellBytes = 64 * 1024;

interface Current extends Placed {
  readonly offer: Offer;
}

/** Receives what `sz` sends. */
export function receiveFiles(tools: TransferTools): Transfer {
  const { clock, platform } = tools;
  const rate = createRate(clock);
  const tally = createTally((files, name) => receivedWords(files, name, harmlessLine(consent.folder())));
  let stage: 'beginning' | 'between' | 'file' | 'ended' = 'beginning';
  /** Which one it is, 1 for the first. */
  let file = 0;
  let current: Current | null = null;
  let bytes = 0;
  let toldBytes = 0;
  let greeting: Cancel = () => undefined;

  const isEnded = () => stage === 'ended';

  const end = (kind: Ending['kind'], sentence: string, rest: Uint8Array = new Uint8Array()) => {
    if (isEnded()) return;
    const drains = stage === 'file';
    stage = 'ended';
    patience.end();
    greeting();
    checksums.end();
    const left = current;
    current = null;
    const told = async () => {
      const part = (await left?.file.leave()) ?? null;
      left?.release();
      const kept = part === null ? '' : keptAs(harmlessLine(join(consent.folder(), part)));
      return [tally.words(), sentence, kept].filter((words) => words !== '').join(' ');
    };
    tools.onEnded({ kind: kind === 'done' && tally.hasLeftOut() ? 'failed' : kind, text: told(), rest, drains });
  };
  const gone = (came: Uint8Array) =>
    stage === 'beginning' ? end('none', '', came) : end('failed', programEnded(), came);
  const stop = (kind: Ending['kind'], sentence: string, rest?: Uint8Array) => {
    if (!isEnded()) tools.send(cancelSequence);
    end(kind, sentence, rest);
  };

  const patience = createPatience(
    clock,
    () => (stage === 'beginning' ? beginMs : stalledMs),
    () => {
      if (stage === 'beginning') stop('none', nothingFollowed());
      else stop('failed', notReceived(harmlessLine(current?.name ?? ''), stoppedSending()));
    },
  );

  const tellProgress = () => {
    toldBytes = bytes;
    rate.note(bytes);
    if (current === null) return tools.onProgress({ ...nothingYet, kind: 'receiving' });
    return tools.onProgress({
      kind: 'receiving',
      name: harmlessLine(current.name),
      file,
      files: consent.files(),
      bytes,
      totalBytes: current.offer.size,
      bytesPerSecond: rate.bytesPerSecond(),
      isStopping: false,
    });
  };

  const receiver = createReceiver({
    send: tools.send,
    onOffered: (offer) => {
      greeting();
      stage = 'between';
      patience.rest();
      void take(offer).then(patience.renew);
    },
    onData: (data) => {
      current?.file.write(data);
      bytes += data.length;
      if (bytes - toldBytes >= tellBytes) tellProgress();
    },
    onWhole: () => {
      stage = 'between';
      patience.rest();
      void finish().then(patience.renew);
    },
    onChecksum: (checksum) => checksums.handle(checksum),
  });
  const checksums = createChecksumQuestions(clock, receiver.askChecksum);
  const consent = createConsent(tools, checksums.keepWaiting);

  const take = async (offer: Offer) => {
    const named = nameHere(tools.readName(offer.name), platform);
    if (!named.ok) {
      tally.leaveOut(named.failure.message);
      return receiver.skip();
    }
    const name = named.value;
    const given = await consent.toFile(offer, name);
    if (given === 'never') stop('never', refusedForever());
    if (given === 'refused') stop('refused', refused());
    if (given === 'ended' || isEnded()) return;
    file += 1;
    const placed = await placeFile({
      offer,
      name,
      folder: consent.folder(),
      settle: (facts) => consent.toReplace(name, facts),
      onFull: tools.setPaused,
      onFailure: ({ message }) => stop('failed', message),
    });
    if (placed.ok && placed.value !== null) return begin({ ...placed.value, offer });
    if (isEnded()) return;
    if (!placed.ok) return stop('failed', placed.failure.message);
    tally.leaveOut(skipped(harmlessLine(name)));
    receiver.skip();
  };

  /** Goes on behind what an earlier try has left, if the server's file begins with just that. */
  const begin = async (placed: Current) => {
    if (isEnded()) {
      await placed.file.leave();
      return placed.release();
    }
    current = placed;
    const { leftBytes, leftChecksum } = placed.file;
    let from = 0;
    if (isResumable(leftBytes, placed.offer)) {
      const here = await leftChecksum();
      const there = here.ok ? await checksums.ask(leftBytes) : null;
      if (here.ok && there === here.value) from = leftBytes;
    }
    const begun = isEnded() ? null : await placed.file.begin(from);
    if (begun === null || isEnded()) return;
    if (!begun.ok) return stop('failed', begun.failure.message);
    bytes = from;
    rate.reset();
    stage = 'file';
    tellProgress();
    receiver.accept(from);
  };

  const finish = async () => {
    const done = current;
    if (done === null) return;
    current = null;
    const finished = await done.file.finish(done.offer.modifiedAt);
    done.release();
    if (isEnded()) return;
    if (!finished.ok) return stop('failed', finished.failure.message);
    tally.add(finished.value);
    receiver.next();
  };

  tellProgress();
  const greet = () => {
    receiver.greet();
    greeting = clock.after(greetMs, greet);
  };
  greet();

  return {
    read: (came) => {
      if (stage === 'file') patience.renew();
      // Text where an answer is due: the program is gone, and this is the shell.
      else if (receiver.isText(came)) return gone(came);
      const rest = came.slice(receiver.read(came));
      const ending = receiver.ending();
      if (ending === 'finished') end('done', '', rest);
      else if (ending === 'cancelled') end('failed', givenUpThere(), rest);
      else if (ending === 'damaged') stop('failed', noTransfer(), rest);
      else if (receiver.isFinishing()) greeting = clock.after(overMs, () => end('done', ''));
    },
    cancel: () => stop('cancelled', cancelled()),
    lose: () => end('lost', connectionLost()),
  };
}

/** A header names no place behind 4 GiB. */
const isResumable = (leftBytes: number, { size }: Offer) =>
  leftBytes > 0 && leftBytes <= 0xffff_ffff && (size === null || leftBytes <= size);
