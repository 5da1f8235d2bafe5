import type { MenuAction, MenuContext } from '#contract/menu.ts';
import type { WindowId } from '#contract/tab.ts';
import { setLinkHandling } from './command-line/link-handling.ts';
import type { Choice } from './profiles/choice.ts';
import type { SavedSessionsStore } from './profiles/saved-sessions.ts';
import { otherWindows } from './windows/application-menu.ts';
import type { SessionMenuOptions } from './windows/menu-template.ts';
import type { Windows } from './windows/windows.ts';

interface Around {
  readonly windows: Windows;
  readonly saved: Pick<SavedSessionsStore, 'list'>;
  readonly links: Choice;
}

/** What a menu is made of, as things are now; `of` is the window that does what is chosen in it. */
export const createMenuOptions =
  ({ windows, saved, links }: Around) =>
  (context: MenuContext, of: () => WindowId | null): SessionMenuOptions => ({
    context,
    windows: otherWindows(windows, of()),
    savedSessions: saved.list().sessions.map(({ name }) => name),
    platform: process.platform,
    followsLinks: links.isOn(),
    onFollowLinks: (follow) => setLinkHandling({ choice: links, notify: windows.notify }, follow),
    onAction: (action: MenuAction) => windows.sendTo(of(), 'menu.action', action),
  });
