import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';

/** How many sessions a window that closes disconnects; null if none of them has anything to lose, and wants that asked. */
export function sessionsToAskAbout(
  sessions: readonly SessionSnapshot[],
  hasTransfers: (id: SessionId) => boolean,
): number | null {
  const isOpen = ({ state }: SessionSnapshot) => state.kind !== 'closed';
  const asks = sessions.some((session) => session.profile.warnOnClose && (isOpen(session) || hasTransfers(session.id)));
  return asks ? sessions.filter(isOpen).length : null;
}

/** A page that works shows its question within a frame or two; a flood of output may hold it up for a second. */
export const hearingMs = 3000;

/** Whether the window may close with sessions open: the page asks, and the system's own dialog where the page hangs. */
export interface CloseQuestion {
  readonly ask: (openSessions: number) => void;
  /** The page shows the question. */
  readonly handleHeard: () => void;
  /** The page has hung, or has come back. */
  readonly setHanging: (hanging: boolean) => void;
  readonly dispose: () => void;
}

export interface CloseQuestionOptions {
  readonly askPage: (openSessions: number) => void;
  /** Resolves to whether the user wants it closed. */
  readonly askNatively: (openSessions: number) => Promise<boolean>;
  readonly close: () => void;
  /** The user has said to the system's dialog that it stays open. */
  readonly onRefused: () => void;
}

export function createCloseQuestion({ askPage, askNatively, close, onRefused }: CloseQuestionOptions): CloseQuestion {
  let waiting: NodeJS.Timeout | undefined;
  let isHanging = false;
  let isAsking = false;

  const askWithoutPage = async (openSessions: number) => {
    if (isAsking) return;
    isAsking = true;
    const wanted = await askNatively(openSessions);
    isAsking = false;
    if (wanted) close();
    else onRefused();
  };

  return {
    ask: (openSessions) => {
      clearTimeout(waiting);
      if (isHanging) return void askWithoutPage(openSessions);
      askPage(openSessions);
      waiting = setTimeout(() => void askWithoutPage(openSessions), hearingMs);
    },
    handleHeard: () => clearTimeout(waiting),
    setHanging: (hanging) => {
      isHanging = hanging;
    },
    dispose: () => clearTimeout(waiting),
  };
}
