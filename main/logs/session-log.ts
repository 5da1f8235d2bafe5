import { textLine } from '#contract/log-lines.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { OpenSessionLog } from '../session/session-log.ts';
import { type Destination, openDestination } from './destination.ts';
import { createLogFiles } from './file/log-files.ts';
import { createPacketText, type Direction } from './packets/packet-text.ts';
import { createPrintableText } from './text/printable.ts';

export interface SessionLogs {
  readonly open: OpenSessionLog;
  /** Resolves once the logs of sessions that have ended are on the disk. */
  readonly whenWritten: () => Promise<void>;
}

export interface SessionLogsOptions {
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** What a name without a folder is in, and `~` stands for. */
  readonly homeDir: string;
}

/** The logs of all sessions. A file is opened when there is something to write. */
export function createSessionLogs({ clock, wallClock, homeDir }: SessionLogsOptions): SessionLogs {
  const files = createLogFiles(clock);
  const closing = new Set<Promise<void>>();

  const open: OpenSessionLog = (options) => {
    let { profile } = options;
    let destination: Destination | null = null;
    const omissions = () => ({ passwords: profile.sshLogOmitPasswords, data: profile.sshLogOmitData });
    const printable = createPrintableText();
    let packets = createPacketText(omissions);

    const opened = (): Destination => {
      destination ??= openDestination({ ...options, files, homeDir, wallClock, profile: () => profile });
      return destination;
    };
    const writeText = (text: () => string) => {
      const to = opened();
      if (!to.isFull()) to.write(Buffer.from(text()));
    };
    const hasPackets = () => profile.logType === 'packets' || profile.logType === 'raw';

    const close = () => {
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
      output: (bytes) => {
        if (profile.logType === 'all') opened().write(bytes);
        if (profile.logType === 'printable') opened().write(printable.take(bytes));
      },
      event: (entry) => {
        if (hasPackets()) writeText(() => `Event Log: ${textLine(entry)}\n`);
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
        close();
        printable.reset();
      },
      close,
    };
  };

  return {
    open,
    whenWritten: async () => {
      await Promise.all(closing);
    },
  };
}
