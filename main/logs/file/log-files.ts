import type { Clock } from '../../keepalive/clock.ts';
import { createLogFile, type LogFileOptions } from './log-file.ts';
import { createLogWriter, type LogWriter, type LogWriterOptions } from './log-writer.ts';

/** The log files that the program writes. Sessions that name the same file share it. */
export interface LogFiles {
  readonly isOpen: (path: string) => boolean;
  /** One that is open already is not overwritten: what it holds is another session's. */
  readonly open: (request: LogRequest) => LogWriter;
}

export interface LogRequest
  extends Omit<LogFileOptions, 'now'>,
    Pick<LogWriterOptions, 'flushes' | 'onTrouble' | 'onGoesOn'> {}

interface Shared {
  readonly writer: LogWriter;
  readonly users: Set<LogRequest>;
}

export function createLogFiles(clock: Clock): LogFiles {
  const open = new Map<string, Shared>();

  const make = (request: LogRequest): Shared => {
    const users = new Set<LogRequest>();
    const tell = (what: 'onGoesOn' | 'onReplaced') => () => {
      for (const user of users) user[what]();
    };
    const file = createLogFile({ ...request, now: clock.now, onReplaced: tell('onReplaced') });
    const writer = createLogWriter({
      file,
      path: request.path,
      clock,
      flushes: () => [...users].some((user) => user.flushes()),
      onTrouble: (failure) => {
        for (const user of users) user.onTrouble(failure);
      },
      onGoesOn: tell('onGoesOn'),
    });
    return { writer, users };
  };

  const leave = (request: LogRequest, shared: Shared): Promise<void> => {
    if (!shared.users.delete(request) || shared.users.size > 0) return Promise.resolve();
    open.delete(request.path);
    return shared.writer.close();
  };

  return {
    isOpen: (path) => open.has(path),
    open: (request) => {
      const shared = open.get(request.path) ?? make(request);
      open.set(request.path, shared);
      shared.users.add(request);
      return { ...shared.writer, close: () => leave(request, shared) };
    },
  };
}
