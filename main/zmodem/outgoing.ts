import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { localFailure } from '../files/local/local-failures.ts';
import { createRate } from '../files/transfers/rate.ts';
import type { Cancel } from '../keepalive/clock.ts';
import { harmlessLine } from '../ssh/sanitise.ts';
import { createDecoder } from './decoder.ts';
import { hexHeader } from './encode.ts';
import { createMailbox } from './mailbox.ts';
import { createPatience } from './patience.ts';
import { cancelSequence, frame, maxPosition, overAndOut } from './protocol.ts';
import { natureOf, type ReceiverNature, type SendTools, sendFile } from './send-file.ts';
import { tailLength } from './tail.ts';
import { createTally } from './tally.ts';
import { type Ending, nothingYet, type Transfer, type TransferTools } from './transfer.ts';
import {
  cancelled,
  connectionLost,
  givenUpThere,
  notSent,
  programEnded,
  refused,
  refusedForever,
  sentWords,
  skippedThere,
  takesNothing,
  tooLarge,
} from './words.ts';

/** `rz` answers at once when it is asked whether it is still there; ms. */
const greetMs = 3000;

/** The receiver takes nothing for so long: it has stopped. Ms. */
const stalledMs = 60_000;

interface Chosen {
  readonly name: string;
  readonly file: FileHandle;
  readonly size: number;
  readonly modifiedAt: number;
  readonly mode: number;
}

/** Sends what the user chooses to `rz`. */
export function sendFiles(tools: TransferTools): Transfer {
  const { clock, host, local } = tools;
  const rate = createRate(clock);
  const tally = createTally((files, last) => sentWords(files, last, host));
  const mailbox = createMailbox();
  let stage: 'asking' | 'greeting' | 'sending' | 'finishing' | 'over' | 'given-up' | 'ended' = 'asking';
  let name = '';
  let greeting: Cancel = () => undefined;
  let giveRoom = () => {};

  const isEnded = () => stage === 'ended';
  const end = (kind: Ending['kind'], sentence: string, rest: Uint8Array = new Uint8Array()) => {
    if (isEnded()) return;
    const drains = stage === 'sending' && kind === 'cancelled';
    stage = 'ended';
    patience.end();
    greeting();
    mailbox.close();
    giveRoom();
    const text = Promise.resolve([tally.words(), sentence].filter((words) => words !== '').join(' '));
    tools.onEnded({ kind: kind === 'done' && tally.hasLeftOut() ? 'failed' : kind, text, rest, drains });
  };
  const stop = (kind: Ending['kind'], sentence: string) => {
    if (!isEnded()) tools.send(cancelSequence);
    end(kind, sentence);
  };
  const patience = createPatience(
    clock,
    () => stalledMs,
    () => stop('failed', notSent(name, takesNothing())),
  );
  patience.rest();

  const decoder = createDecoder((heard) => {
    if (heard.kind === 'cancelled') stage = 'given-up';
    if (heard.kind !== 'header') return stage !== 'given-up';
    if (heard.header.type !== frame.zfin || stage !== 'finishing') mailbox.put(heard.header);
    else {
      tools.send(overAndOut);
      stage = 'over';
    }
    return stage !== 'over';
  });

  const say = (type: number) => tools.send(hexHeader({ type, data: new Uint8Array(4) }));
  const send = (bytes: Uint8Array) =>
    new Promise<void>((resolve) => {
      if (isEnded()) return resolve();
      giveRoom = resolve;
      tools.send(bytes, () => {
        patience.renew();
        resolve();
      });
    });
  /** Any question has `rz` wait on; it answers this one with the room on its disk. */
  const keepWaiting = () => say(frame.zfreecnt);

  const choose = async (): Promise<readonly string[]> => {
    for (;;) {
      const said = await tools.ask({ kind: 'wanted', host }, keepWaiting);
      if (said === null || isEnded()) return [];
      if (said === 'never') stop('never', refusedForever());
      else if (said === 'choose') {
        const chosen = await local.chooseFiles(keepWaiting);
        if (chosen.length > 0) return chosen;
      } else stop('refused', refused());
      if (isEnded()) return [];
    }
  };

  /** `rz` says once more what it is, and that it is there. */
  const meet = async (): Promise<ReceiverNature | null> => {
    stage = 'greeting';
    patience.renew();
    tools.onProgress({ ...nothingYet, kind: 'sending' });
    const greet = () => {
      say(frame.zrqinit);
      greeting = clock.after(greetMs, greet);
    };
    greet();
    for (;;) {
      const header = await mailbox.next();
      if (header?.type === frame.zrinit) greeting();
      if (header === null || header.type === frame.zrinit) return header === null ? null : natureOf(header);
    }
  };

  const sendAll = async (nature: ReceiverNature, chosen: readonly Chosen[]) => {
    stage = 'sending';
    let bytesLeft = chosen.reduce((sum, { size }) => sum + size, 0);
    for (const [index, one] of chosen.entries()) {
      name = harmlessLine(one.name);
      rate.reset();
      const onPosition = (bytes: number) => {
        rate.note(bytes);
        if (isEnded()) return;
        const [file, files, bytesPerSecond] = [index + 1, chosen.length, rate.bytesPerSecond()];
        const isOf = { name, file, files, bytes, totalBytes: one.size, bytesPerSecond, isStopping: false } as const;
        tools.onProgress({ kind: 'sending', ...isOf });
      };
      const given = { ...one, name: tools.writeName(one.name), filesLeft: chosen.length - index, bytesLeft };
      const link: SendTools = { nature, mailbox, send, onPosition };
      const sent = await sendFile(link, given).catch((error: unknown) => {
        stop('failed', localFailure(error, one.name).message);
        return 'ended' as const;
      });
      if (sent === 'ended') return end('failed', notSent(name, givenUpThere()));
      if (sent === 'sent') tally.add(one.name);
      else tally.leaveOut(skippedThere(name));
      bytesLeft -= one.size;
    }
    stage = 'finishing';
    say(frame.zfin);
  };

  const run = async () => {
    const chosen = await openAll(await choose(), (sentence) => tally.leaveOut(sentence));
    try {
      const nature = isEnded() ? null : await meet();
      if (nature !== null) await sendAll(nature, chosen);
    } finally {
      await Promise.all(chosen.map(({ file }) => file.close().catch(() => undefined)));
    }
  };
  void run();

  return {
    read: (came) => {
      patience.renew();
      // Text where only headers are due: the program is gone, and what is sent would be typed into the shell.
      if (decoder.isText(came)) {
        return stage === 'asking' ? end('none', '', came) : end('failed', notSent(name, programEnded()), came);
      }
      const rest = came.slice(decoder.read(came));
      if (stage === 'over') end('done', '', rest.slice(tailLength(rest)));
      if (stage === 'given-up') end('failed', notSent(name, givenUpThere()), rest);
    },
    cancel: () => stop('cancelled', cancelled()),
    lose: () => end('lost', notSent(name, connectionLost())),
  };
}

/** Those that can be sent; of the others a sentence is told. */
async function openAll(paths: readonly string[], onLeftOut: (sentence: string) => void): Promise<readonly Chosen[]> {
  const opened: Chosen[] = [];
  for (const path of paths) {
    const name = basename(path);
    try {
      const file = await open(path, 'r');
      const { size, mtimeMs, mode } = await file.stat();
      const modifiedAt = Math.max(0, Math.floor(mtimeMs / 1000));
      const isSendable = (await file.stat()).isFile() && size <= maxPosition;
      if (isSendable) opened.push({ name, file, size, modifiedAt, mode });
      else {
        await file.close();
        onLeftOut(tooLarge(harmlessLine(name)));
      }
    } catch (error) {
      onLeftOut(localFailure(error, path).message);
    }
  }
  return opened;
}
