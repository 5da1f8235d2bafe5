import { Notification } from 'electron';
import type { SessionId } from '#contract/session/session.ts';

/** What is told on the desktop while the window isn't looked at. */
export interface DesktopNotices {
  /** The newest one of a session takes the place of its last. */
  readonly show: (id: SessionId, title: string, text: string) => void;
}

/** `onChosen`: the user clicked on a session's notice. */
export function createDesktopNotices(onChosen: (id: SessionId) => void): DesktopNotices {
  const shown = new Map<SessionId, Notification>();
  return {
    show: (id, title, text) => {
      shown.get(id)?.close();
      const notice = new Notification({ title, body: text });
      shown.set(id, notice);
      notice.on('click', () => onChosen(id));
      notice.on('close', () => {
        if (shown.get(id) === notice) shown.delete(id);
      });
      notice.show();
    },
  };
}
