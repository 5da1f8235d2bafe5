import { textLine } from '#contract/session/log-lines.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { OpenSessionLog } from '../session/ports/session-log.ts';
import { type Destination, openDestination } from './destination.ts';
import { createLogFiles } from './file/log-files.ts';
import { createPacketText, type Direction } from './packets/packet-text.ts';
import { createPrintableText } from './text/printable.ts';

export interface SessionLogs {
  readonly open: OpenSessionLog;
  /** Resolves once no log waits any more for what becomes of a file that is there, which its user may be asked. */
  readonly whenSettled: () => Promise<void>;
  /** Some logs of sessions that have ended are not on the disk yet. */
  readonly isWriting: () => boolean;
  /** Resolves once they are; not later than a patient user would wait for the program's end. */
  readonly whenWritten: () => Promise<void>;
}

export interface SessionLogsOptions {
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** What a name without a folder is in, and `~` stands for. */
  readonly homeDir: string;
}

/** A disk that does not answer, such as a share that is gone, shall not keep the program from ending; ms. */
const endLimitMs = 5000;

/** The logs of all sessions. A file is opened when there is something to write. */
export function createSessionLogs({ clock, wallClock, homeDir }: SessionLogsOptions): SessionLogs {
  const files = createLogFiles(clock);
  const settling = new Set<Promise<void>>();
  const closing = new Set<Promise<void>>();

  const open: OpenSessionLog = (options) => {
    let { profile } = options;
    let destination: Destination | null = null;
    let isEnded = false;
    const omissions = () => ({ passwords: profile.sshLogOmitPasswords, data: profile.sshLogOmitData });
    const printable = createPrintableText();
    let packets = createPacketText(omissions);

    const begin = () => {
      const begun = openDestination({ ...options, files, homeDir, wallClock, profile: () => profile });
      const settled = begun.settled.finally(() => settling.delete(settled));
      settling.add(settled);
      return begun;
    };
    /** What comes after the session's end belongs to no log. */
    const opened = (): Destination | null => {
      if (isEnded) return null;
      destination ??= begin();
      return destination;
    };
    const write = (bytes: Uint8Array) => opened()?.write(bytes);
    /** Text is made where it is taken alone. */
    const writeText = (text: () => Uint8Array) => {
      if (opened()?.isFull() === false) write(text());
    };
    const hasPackets = () => profile.logType === 'packets' || profile.logType === 'raw';

    const leave = () => {
      if (destination === null) return;
      const closed = destination.close().finally(() => closing.delete(closed));
      closing.add(closed);
      destination = null;
    };

    return {
      noteConnection: () => {
        packets = createPacketText(omissions);
        printable.reset();
      },
      output: (bytes, received) => {
        if (profile.logType === 'all') write(received);
        if (profile.logType === 'printable') write(printable.take(bytes));
      },
      event: (entry) => {
        if (hasPackets()) writeText(() => Buffer.from(`Event Log: ${textLine(entry)}\n`));
      },
      trace: {
        packet: (direction: Direction, sequence, payload) => {
          packets.note(direction, payload);
          if (hasPackets()) writeText(() => packets.packet(direction, sequence, payload, wallClock()));
        },
        raw: (direction: Direction, bytes) => {
          if (profile.logType === 'raw') writeText(() => packets.raw(direction, bytes, wallClock()));
        },
      },
      change: (changed) => {
        const isOther = changed.logType !== profile.logType || changed.logFileName !== profile.logFileName;
        profile = changed;
        if (!isOther) return;
        leave();
        printable.reset();
      },
      close: () => {
        isEnded = true;
        leave();
      },
    };
  };

  return {
    open,
    whenSettled: async () => {
      await Promise.all(settling);
    },
    isWriting: () => closing.size > 0,
    whenWritten: () =>
      new Promise((resolve) => {
        const giveUp = clock.after(endLimitMs, resolve);
        void Promise.all(closing).then(() => {
          giveUp();
          resolve();
        });
      }),
  };
}
