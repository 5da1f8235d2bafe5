import { stat } from 'node:fs/promises';
import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { logTime } from '#contract/session/log-lines.ts';
import { hostOf } from '#contract/session/path.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import type { SessionLogOptions } from '../session/ports/session-log.ts';
import { createByteQueue } from './file/byte-queue.ts';
import type { LogFiles } from './file/log-files.ts';
import type { LogWriter } from './file/log-writer.ts';
import { lostMark } from './file/lost-mark.ts';
import { logFilePath } from './log-file-name.ts';

/** Where a session's log goes: its file, once it is settled whether that may be written. */
export interface Destination extends LogWriter {
  /** Resolves once it is known what becomes of the file: the user may have been asked. */
  readonly settled: Promise<void>;
}

export interface DestinationOptions extends Omit<SessionLogOptions, 'profile'> {
  readonly files: LogFiles;
  readonly homeDir: string;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** As the settings are now. */
  readonly profile: () => Profile;
}

/** What may wait for the user's answer. */
const maxPendingBytes = 8 * 1024 * 1024;

const bytesInMegabyte = 1024 * 1024;

type State =
  /** It is not settled yet what becomes of a file that is there. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly writer: LogWriter }
  /** The user wants no log. */
  | { readonly kind: 'none' };

/** Opens the file that the settings name, asking the user about one that is there if they say so. */
export function openDestination(options: DestinationOptions): Destination {
  const { files, profile, onLog, onNotice, wallClock } = options;
  const { portNumber: port } = profile();
  const path = logFilePath(profile().logFileName, { host: hostOf(profile()), port, at: wallClock() }, options.homeDir);
  const pending = createByteQueue();
  let lostBytes = 0;
  let state: State = { kind: 'opening' };
  const withdrawn = new AbortController();

  const tell = (text: string, notice = text) => {
    onLog(text);
    onNotice(notice);
  };

  /** Null: the user wants none. */
  const decide = async (): Promise<'append' | 'overwrite' | null> => {
    const { logFileClash } = profile();
    if (files.isOpen(path)) return 'append';
    if (logFileClash !== 'ask') return logFileClash;
    const isThere = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    // What is there and no file, such as a folder, is told of once it is to be written.
    if (!isThere) return 'append';
    const { kind } = await options.askAboutFile(path, withdrawn.signal);
    return kind === 'append' || kind === 'overwrite' ? kind : null;
  };

  const open = (overwrite: boolean): LogWriter => {
    const isShared = files.isOpen(path);
    const label = settingsTable.logType.choices.find(({ value }) => value === profile().logType)?.label ?? '';
    onLog(`Log file: ${path} (${label}${isShared ? '; another session writes to it too' : ''}).`);
    return files.open({
      path,
      overwrite,
      header: () => (profile().logHeader ? headerLine(wallClock()) : ''),
      limit: () => profile().logRotateMegabytes * bytesInMegabyte,
      flushes: () => profile().logFlush,
      onTrouble: ({ message, hint = '' }: Failure) => tell(message, `${message} ${hint}`),
      onGoesOn: () => tell(t('The log file {path} is written again.', { path })),
      onReplaced: () =>
        tell(t('The log file {path} was moved or deleted: a new one was begun in its place.', { path })),
    });
  };

  const settle = async () => {
    const decision = await decide();
    if (decision === null) {
      if (!withdrawn.signal.aborted) tell(t('No log is written: the file {path} is there already.', { path }));
      state = { kind: 'none' };
      return;
    }
    const writer = open(decision === 'overwrite');
    state = { kind: 'open', writer };
    for (let bytes = pending.take(); bytes !== null; bytes = pending.take()) writer.write(bytes);
    writer.write(lostMark(lostBytes));
  };
  const settled = settle();

  return {
    settled,
    isFull: () => {
      if (state.kind === 'opening') return false;
      return state.kind === 'none' || state.writer.isFull();
    },
    write: (bytes) => {
      if (state.kind === 'open') state.writer.write(bytes);
      else if (state.kind === 'opening' && pending.length() + bytes.length <= maxPendingBytes) pending.push(bytes);
      else lostBytes += bytes.length;
    },
    close: async () => {
      withdrawn.abort();
      await settled;
      if (state.kind === 'open') await state.writer.close();
    },
  };
}

/** In the manner of PuTTY's. */
const headerLine = (at: number) => `${rule} Holdfast log ${logTime(at)} ${rule}\n`;
const rule = '=~'.repeat(11).concat('=');
