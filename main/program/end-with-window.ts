import { app } from 'electron';
import type { SessionLogs } from '../logs/session-log.ts';
import type { OpenTabs } from '../profiles/open-tabs.ts';
import type { Paths } from '../session/paths/paths.ts';
import type { Registry } from '../session/registry.ts';
import type { Windows } from '../windows/windows.ts';

export interface Ended {
  readonly windows: Pick<Windows, 'current'>;
  readonly registry: Pick<Registry, 'dispose'>;
  readonly paths: Pick<Paths, 'whenSearched'>;
  readonly openTabs: Pick<OpenTabs, 'start' | 'stop' | 'noteChange'>;
  readonly logs: Pick<SessionLogs, 'isWriting' | 'whenWritten'>;
  /** What writes some time after a change: it writes now. */
  readonly stores: readonly { readonly flush: () => void }[];
}

/** Whether the program is about to end, as far as its user has said. */
export interface Quitting {
  readonly isOn: () => boolean;
  /** A window is to stay. */
  readonly cancel: () => void;
}

/**
 * Ends the sessions with the last window, and the program with them: but not on macOS, nor while a path's limit is
 * searched.
 */
export function endWithWindow({ windows, registry, paths, openTabs, logs, stores }: Ended): Quitting {
  // Closing asks where sessions are open: quitting goes on once the window is closed all the same.
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
    // The windows close one after the other: kept are the tabs as they were before.
    openTabs.stop();
  });
  app.on('window-all-closed', () => {
    // On macOS the program goes on, and a window that was closed has closed its tabs.
    const goesOn = process.platform === 'darwin' && !quitting;
    if (!goesOn) openTabs.stop();
    registry.dispose();
    if (goesOn) return;
    void paths.whenSearched().then(() => windows.current() ?? app.quit());
  });
  let hasWaited = false;
  app.on('will-quit', (event) => {
    openTabs.stop();
    for (const store of stores) store.flush();
    registry.dispose();
    if (!logs.isWriting() || hasWaited) return;
    hasWaited = true;
    event.preventDefault();
    void logs.whenWritten().then(() => app.quit());
  });
  return {
    isOn: () => quitting,
    cancel: () => {
      if (!quitting) return;
      quitting = false;
      openTabs.start();
      openTabs.noteChange();
    },
  };
}
