import { textLine } from '#contract/session/log-lines.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { Files } from '../files/files.ts';
import type { OpenTabs } from '../profiles/open-tabs.ts';
import type { RecentsStore } from '../profiles/recents.ts';
import type { BroadcastGroup } from '../session/broadcast-group.ts';
import type { Desk } from '../session/desk.ts';
import type { RegistryOptions } from '../session/registry.ts';
import type { Windows } from '../windows/windows.ts';

/** Who hears of sessions, beside the window that has them. */
export interface Hearing {
  readonly windows: Pick<Windows, 'sendTo'>;
  readonly desk: Pick<Desk, 'windowOf' | 'byWindow' | 'remove'>;
  readonly files: Pick<Files, 'noteSession' | 'noteRemoved'>;
  readonly recents: Pick<RecentsStore, 'noteUsed'>;
  readonly openTabs: Pick<OpenTabs, 'noteSession' | 'noteChange'>;
  /** The sessions whose Event Log is shown: of the others nobody reads a line, and idle ones log each null packet. */
  readonly readLogs: Pick<Set<SessionId>, 'has' | 'delete'>;
  readonly broadcast: Pick<BroadcastGroup, 'handleRemoved'>;
}

/** What sessions tell, brought to all who hear of it. */
export interface SessionNews extends Pick<RegistryOptions, 'onChange' | 'onActivity' | 'onLog' | 'onRemoved'> {
  /** The Event Logs go to standard error too from now on. */
  readonly logAloud: () => void;
}

export function createSessionNews(hearing: Hearing): SessionNews {
  const { windows, desk, files, recents, openTabs, readLogs, broadcast } = hearing;
  let isAloud = false;
  return {
    logAloud: () => {
      isAloud = true;
    },
    onChange: (snapshot) => {
      windows.sendTo(desk.windowOf(snapshot.id), 'session.changed', snapshot);
      files.noteSession(snapshot);
      if (snapshot.state.kind === 'open' && snapshot.savedAs !== null) recents.noteUsed(snapshot.savedAs);
      openTabs.noteSession(snapshot);
    },
    onActivity: (activities) => {
      for (const [id, own] of desk.byWindow(activities)) windows.sendTo(id, 'session.activity', own);
    },
    onLog: (id, entry) => {
      if (isAloud) process.stderr.write(`${textLine(entry)}\n`);
      if (readLogs.has(id)) windows.sendTo(desk.windowOf(id), 'session.logged', { id, entry });
    },
    onRemoved: (id) => {
      windows.sendTo(desk.windowOf(id), 'session.removed', { id });
      readLogs.delete(id);
      broadcast.handleRemoved(id);
      desk.remove(id);
      files.noteRemoved(id);
      openTabs.noteChange();
    },
  };
}
