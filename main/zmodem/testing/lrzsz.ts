import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { ZmodemAnswer, ZmodemProgress, ZmodemQuestion } from '#contract/files/zmodem.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { findCharacterSet } from '../../character-sets/character-sets.ts';
import { systemClock } from '../../keepalive/system-clock.ts';
import type { Zmodem } from '../../session/ports/zmodem.ts';
import { createZmodem } from '../zmodem.ts';

/** A folder of its own, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-zmodem-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TrialOptions {
  readonly profile?: Partial<Profile>;
  /** Where received files go. */
  readonly folder?: string;
  /** What the user chooses to send. */
  readonly toSend?: readonly string[];
  /** What the user says to each question; none where the test itself answers. */
  readonly say?: (question: ZmodemQuestion) => ZmodemAnswer | null;
  readonly clock?: typeof systemClock;
}

/** A session's Zmodem without a session: what it sends goes to `send`, once there is somebody. */
export function trial({ profile = {}, folder = '', toSend = [], say = () => null, clock = systemClock }: TrialOptions) {
  const shown: Uint8Array[] = [];
  const marks: string[] = [];
  const notices: string[] = [];
  const logged: string[] = [];
  const questions: ZmodemQuestion[] = [];
  const progress: ZmodemProgress[] = [];
  const pauses: boolean[] = [];
  const sent: Uint8Array[] = [];
  let send = (bytes: Uint8Array, onTaken?: () => void) => {
    sent.push(bytes);
    onTaken?.();
  };
  const handleChange = () => {
    const status = zmodem.status();
    if (status === null) return;
    if (!('questionId' in status)) return void progress.push(status);
    if (questions.some(({ questionId }) => questionId === status.questionId)) return;
    questions.push(status);
    const answer = say(status);
    if (answer !== null) queueMicrotask(() => zmodem.answer(status.questionId, answer));
  };
  const open = createZmodem({
    clock,
    platform: 'linux',
    findCharacterSet,
    local: {
      folder: () => folder,
      noteFolder: () => undefined,
      chooseFolder: async () => folder,
      chooseFiles: async () => toSend,
    },
  });
  const zmodem: Zmodem = open({
    profile: () => ({ ...defaultProfile, hostName: 'example.com', ...profile }),
    passOn: (bytes) => shown.push(bytes),
    send: (bytes, onTaken) => send(bytes, onTaken),
    setPaused: (paused) => pauses.push(paused),
    setBinary: () => undefined,
    onMark: (text) => marks.push(text),
    onChange: handleChange,
    onLog: (text) => logged.push(text),
    onNotice: (text) => notices.push(text),
  });

  /** Runs `sz` or `rz`, by a shell if need be, and joins it with this. Its end is waited for by `ended`. */
  const run = (program: 'sz' | 'rz' | 'sh', args: readonly string[], cwd?: string) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], cwd });
    onTestFinished(() => void child.kill('SIGKILL'));
    child.stdin.on('error', () => undefined);
    send = (bytes, onTaken) => {
      sent.push(bytes);
      child.stdin.write(bytes, () => onTaken?.());
    };
    child.stdout.on('data', (bytes: Buffer) => zmodem.output(bytes));
    return { child, ended: endOf(child) };
  };
  const text = () => Buffer.concat(shown).toString('latin1');
  const until = (condition: () => void) => vi.waitFor(condition, { timeout: 20_000, interval: 5 });
  const untilIdle = () =>
    until(() => {
      expect(zmodem.status()).toBeNull();
      expect(zmodem.takesKeys(Uint8Array.of(0x20))).toBe(false);
    });
  return { zmodem, shown, text, marks, notices, logged, questions, progress, pauses, sent, run, until, untilIdle };
}

const endOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
