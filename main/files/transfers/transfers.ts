import { randomUUID } from 'node:crypto';
import type { Failure, Result } from '#contract/failure.ts';
import {
  isSettled,
  type NotDone,
  type Transfer,
  type TransferAction,
  type TransferState,
} from '#contract/files/files.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { RemoteFiles } from '../../session/ports/remote-files.ts';
import type { Flow } from './flow.ts';
import { createJob, type Job } from './job.ts';
import { createQuestions, type Questions } from './questions.ts';
import { createRate, type Rate } from './rate.ts';
import type { ConflictAnswer, Task } from './task.ts';

/** After a channel was lost, its session may have another one: it is looked for after so many ms. */
const reopenMs = 2000;

/** A connection for files, with what it carries. */
export interface Connected {
  readonly files: RemoteFiles;
  readonly flow: Flow;
}

/** What the user asked for of a session's files, one after the other; it outlives the session's connections. */
export interface Transfers {
  readonly list: () => readonly Transfer[];
  readonly notDone: (transferId: string) => NotDone;
  readonly add: (transfer: Pick<Transfer, 'kind' | 'name' | 'to'>, root: Task) => void;
  readonly act: (transferId: string, action: TransferAction) => void;
  readonly answer: (questionId: string, answer: ConflictAnswer) => boolean;
  /** The session is connected again: what waited for it goes on. */
  readonly noteConnected: () => void;
  readonly dispose: () => void;
}

export interface TransfersOptions {
  readonly clock: Clock;
  readonly connect: () => Promise<Result<Connected>>;
  readonly onChange: () => void;
  /** One has come to its end: what is in the server's folders may have changed. */
  readonly onSettled: () => void;
}

type Phase =
  | { readonly kind: 'waiting' | 'paused' | 'disconnected' | 'cancelled' | 'settled' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'running'; readonly stop: AbortController };

interface Entry {
  readonly given: Pick<Transfer, 'transferId' | 'kind' | 'name' | 'to'>;
  readonly job: Job;
  readonly rate: Rate;
  readonly questions: Questions;
  phase: Phase;
}

export function createTransfers({ clock, connect, onChange, onSettled }: TransfersOptions): Transfers {
  let entries: readonly Entry[] = [];
  let connected: RemoteFiles | null = null;
  let disposed = false;
  let cancelReopen = () => {};
  /** One at a time: each takes all that the line has, with many files at once. */
  let busy = false;

  const enter = (entry: Entry, phase: Phase) => {
    entry.phase = phase;
    entry.rate.reset();
    onChange();
  };

  const advance = () => {
    const next = entries.find(({ phase }) => phase.kind === 'waiting');
    if (busy || disposed || next === undefined) return;
    busy = true;
    void run(next).finally(() => {
      busy = false;
      advance();
    });
  };

  const run = async (entry: Entry) => {
    const stop = new AbortController();
    enter(entry, { kind: 'running', stop });
    const opened = await connect();
    if (!opened.ok) {
      if (entry.phase.kind !== 'running') return;
      if (opened.failure.code === 'files-lost') disconnect();
      else enter(entry, { kind: 'refused', failure: opened.failure });
      return;
    }
    const { files, flow } = opened.value;
    connected = files;
    stop.signal.addEventListener('abort', entry.questions.end, { once: true });
    const tools = { files, flow, clock, signal: stop.signal, ask: entry.questions.ask };
    const onBytes = () => {
      entry.rate.note(entry.job.counts().bytes);
      onChange();
    };
    const ended = await entry.job.run({ ...tools, onBytes });
    entry.questions.end();
    if (entry.phase.kind === 'cancelled') await entry.job.discard(files);
    else if (ended === 'finished') {
      enter(entry, { kind: 'settled' });
      onSettled();
    } else if (entry.phase.kind === 'running') {
      disconnect();
      cancelReopen = clock.after(reopenMs, noteConnected);
    }
  };

  /** None of them can go on before the session is connected again. */
  const disconnect = () => {
    connected = null;
    for (const entry of entries) {
      if (entry.phase.kind === 'running' || entry.phase.kind === 'waiting') enter(entry, { kind: 'disconnected' });
    }
  };

  const noteConnected = () => {
    cancelReopen();
    for (const entry of entries) if (entry.phase.kind === 'disconnected') enter(entry, { kind: 'waiting' });
    advance();
  };

  const stop = (entry: Entry, phase: 'paused' | 'cancelled') => {
    const before = entry.phase;
    enter(entry, { kind: phase });
    if (before.kind === 'running') before.stop.abort();
    else if (phase === 'cancelled') void entry.job.discard(connected);
  };

  const act = (transferId: string, action: TransferAction) => {
    const entry = entries.find(({ given }) => given.transferId === transferId);
    if (entry === undefined) return;
    const settled = isSettled(shown(entry));
    if (action === 'pause' && !settled) stop(entry, 'paused');
    else if (action === 'cancel' && !settled) stop(entry, 'cancelled');
    else if (action === 'resume' && entry.phase.kind === 'paused') enter(entry, { kind: 'waiting' });
    else if (action === 'retry' && settled) {
      entry.job.retry();
      enter(entry, { kind: 'waiting' });
    } else if (action === 'remove' && settled) {
      entries = entries.filter((other) => other !== entry);
      void entry.job.discard(connected);
      onChange();
    }
    advance();
  };

  return {
    list: () => entries.map(shown),
    notDone: (transferId) =>
      entries.find(({ given }) => given.transferId === transferId)?.job.notDone() ?? { reasons: [], more: 0 },
    add: (given, root) => {
      const entry: Entry = {
        given: { ...given, transferId: randomUUID() },
        job: createJob(root),
        rate: createRate(clock),
        questions: createQuestions(onChange),
        phase: { kind: 'waiting' },
      };
      entries = [...entries, entry];
      onChange();
      advance();
    },
    act,
    answer: (questionId, answer) => entries.some(({ questions }) => questions.answer(questionId, answer)),
    noteConnected,
    dispose: () => {
      disposed = true;
      cancelReopen();
      for (const { phase } of entries) if (phase.kind === 'running') phase.stop.abort();
    },
  };
}

function shown(entry: Entry): Transfer {
  const { bytes, totalBytes, files, totalFiles } = entry.job.counts();
  const isRunning = entry.phase.kind === 'running';
  const bytesPerSecond = isRunning ? entry.rate.bytesPerSecond() : 0;
  return { ...entry.given, state: stateOf(entry), bytes, totalBytes, files, totalFiles, bytesPerSecond };
}

function stateOf({ phase, job, questions }: Entry): TransferState {
  switch (phase.kind) {
    case 'running': {
      const question = questions.current();
      return question === null ? { kind: 'running' } : { kind: 'asking', question };
    }
    case 'refused':
      return { kind: 'failed', failure: phase.failure, failed: 1 };
    case 'settled': {
      const { failed, failure } = job.counts();
      return failure === null ? { kind: 'done' } : { kind: 'failed', failure, failed };
    }
    default:
      return { kind: phase.kind };
  }
}
