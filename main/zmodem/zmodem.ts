import type { ZmodemProgress } from '#contract/files/zmodem.ts';
import type { Cancel, Clock } from '../keepalive/clock.ts';
import type { FindCharacterSet } from '../session/ports/character-set.ts';
import type { OpenZmodem } from '../session/ports/zmodem.ts';
import { harmlessLine } from '../ssh/sanitise.ts';
import { createAttempts } from './attempts.ts';
import { createDetector } from './detector.ts';
import { createDrain, type Drain } from './drain.ts';
import { readNameIn, writeNameIn } from './file-names.ts';
import { receiveFiles } from './incoming.ts';
import { sendFiles } from './outgoing.ts';
import { createQuestions } from './questions.ts';
import type { Ending, Transfer, TransferTools } from './transfer.ts';
import { ofZmodem } from './words.ts';

/** What goes on is told at most this often, ms. */
const tellMs = 200;

/** Ctrl+C, which gives a transfer up. */
const interrupt = 0x03;

/** For the Event Log. */
const logWords: Readonly<Record<Ending['kind'], string>> = {
  done: 'all was transferred.',
  failed: 'not all was transferred.',
  cancelled: 'cancelled.',
  refused: 'refused.',
  never: 'refused, and off from now on.',
  lost: 'the connection was lost.',
  none: 'it was no transfer, or came to nothing.',
};

export interface ZmodemParts {
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  readonly findCharacterSet: FindCharacterSet;
  readonly local: {
    readonly folder: () => string;
    readonly noteFolder: (folder: string) => void;
    readonly chooseFolder: () => Promise<string | null>;
    readonly chooseFiles: () => Promise<readonly string[]>;
  };
}

type Stage =
  | { readonly kind: 'watching' }
  | { readonly kind: 'transfer'; readonly transfer: Transfer }
  | { readonly kind: 'draining'; readonly drain: Drain };

/** Watches a session's output for programs that begin a transfer, and hands it to one while it lasts. */
export function createZmodem({ clock, platform, findCharacterSet, local }: ZmodemParts): OpenZmodem {
  return (session) => {
    const attempts = createAttempts(clock.now);
    let stage: Stage = { kind: 'watching' };
    let isOff = false;
    let progress: ZmodemProgress | null = null;
    let telling: Cancel | null = null;
    /** Files that were dropped, instead of chosen by the dialog. */
    let dropped: readonly string[] = [];

    const isWatched = () => !isOff && session.profile().zmodem === 'ask';
    const tell = () => {
      telling?.();
      telling = null;
      session.onChange();
    };
    const tellLater = () => {
      telling ??= clock.after(tellMs, tell);
    };
    const cancel = () => {
      if (stage.kind === 'transfer') stage.transfer.cancel();
    };
    const questions = createQuestions(clock, tell, cancel);

    const watch = (rest: Uint8Array) => {
      stage = { kind: 'watching' };
      progress = null;
      session.setBinary(false);
      tell();
      if (rest.length > 0) session.passOn(rest);
    };

    const handleEnded = ({ kind, text, rest, drains }: Ending) => {
      questions.end();
      session.setPaused(false);
      if (kind === 'never') isOff = true;
      if (kind !== 'done' && kind !== 'cancelled') attempts.noteFutile();
      session.onLog(`Zmodem: ${logWords[kind]}`);
      const told = text.then((words) => {
        if (words === '') return;
        if (kind !== 'none') session.onMark(ofZmodem(words));
        // A connection that is lost is told of by its session.
        if (kind === 'failed') session.onNotice(words);
      });
      if (progress !== null) progress = { ...progress, isStopping: true };
      const isData = drains && kind !== 'lost';
      stage = { kind: 'draining', drain: createDrain({ clock, rest, isData, told, onDry: watch }) };
      tell();
    };

    const start = (program: 'sz' | 'rz') => {
      if (!isWatched()) return false;
      if (!attempts.isAllowed()) {
        session.onLog(`Zmodem: ${program} was left to itself, as several before came to nothing.`);
        return false;
      }
      const { characterSet, hostName } = session.profile();
      const tools: TransferTools = {
        clock,
        platform,
        host: harmlessLine(hostName),
        send: session.send,
        setPaused: session.setPaused,
        ask: questions.ask,
        onProgress: (now) => {
          progress = now;
          tellLater();
        },
        onEnded: handleEnded,
        readName: readNameIn(findCharacterSet(characterSet)),
        writeName: writeNameIn(findCharacterSet(characterSet)),
        local: {
          ...local,
          chooseFolder: (keepWaiting) => questions.during(local.chooseFolder(), keepWaiting),
          chooseFiles: async (keepWaiting) => {
            const given = dropped;
            dropped = [];
            return given.length > 0 ? given : questions.during(local.chooseFiles(), keepWaiting);
          },
        },
      };
      session.onLog(`Zmodem: ${program === 'sz' ? 'the server offers files' : 'the server waits for files'}.`);
      session.setBinary(true);
      dropped = [];
      stage = { kind: 'transfer', transfer: program === 'sz' ? receiveFiles(tools) : sendFiles(tools) };
      return true;
    };
    const detector = createDetector({ clock, passOn: session.passOn, onStart: start });

    return {
      output: (bytes) => {
        if (stage.kind === 'transfer') stage.transfer.read(bytes);
        else if (stage.kind === 'draining') stage.drain.read(bytes);
        else if (isWatched()) detector.read(bytes);
        else {
          detector.flush();
          session.passOn(bytes);
        }
      },
      takesKeys: (bytes) => {
        if (stage.kind === 'watching') return false;
        if (bytes.includes(interrupt)) cancel();
        return true;
      },
      status: () => questions.current() ?? progress,
      answer: questions.answer,
      send: (questionId, localPaths) => {
        const asked = questions.current();
        if (asked?.kind !== 'wanted' || asked.questionId !== questionId) return false;
        dropped = localPaths;
        return questions.answer(questionId, 'choose');
      },
      cancel,
      lose: () => {
        detector.flush();
        if (stage.kind === 'transfer') stage.transfer.lose();
        else if (stage.kind === 'draining') {
          stage.drain.end();
          watch(new Uint8Array());
        }
      },
    };
  };
}
