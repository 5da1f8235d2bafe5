import type { KeyTable } from '#contract/keys/key-presets.ts';
import type { MenuAction, MenuContext } from '#contract/menu.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import { setLinkHandling } from '../command-line/link-handling.ts';
import type { Choice } from '../profiles/choice.ts';
import type { SavedSessionsStore } from '../profiles/sessions/saved-sessions.ts';
import { otherWindows, setApplicationMenu, showSessionMenu } from '../windows/application-menu.ts';
import type { SessionMenuOptions } from '../windows/menu-template.ts';
import type { Windows } from '../windows/windows.ts';
import type { ProgramLanguage } from './language.ts';

interface Around {
  readonly windows: Windows;
  readonly saved: Pick<SavedSessionsStore, 'list'>;
  readonly links: Choice;
  readonly language: ProgramLanguage;
  /** The program's own keys, as they are now. */
  readonly keys: () => KeyTable;
}

/** The menus, made of how things are when one is shown. */
export interface Menus {
  readonly showSession: (context: MenuContext, from: WindowId) => void;
  /** Call it again when it would be another. */
  readonly showApplication: () => void;
}

export function createMenus({ windows, saved, links, language, keys }: Around): Menus {
  /** `of` is the window that does what is chosen. */
  const menu = (context: MenuContext, of: () => WindowId | null): SessionMenuOptions => ({
    context,
    windows: otherWindows(windows, of()),
    savedSessions: saved.list().sessions.map(({ name }) => name),
    platform: process.platform,
    keys: keys(),
    followsLinks: links.isOn(),
    onFollowLinks: (follow) => setLinkHandling({ choice: links, notify: windows.notify, tell: windows.tell }, follow),
    language: language.choice(),
    onLanguage: language.choose,
    onAction: (action: MenuAction) => windows.sendTo(of(), 'menu.action', action),
  });
  const anything: MenuContext = {
    hasSession: true,
    canRestart: true,
    hasSelection: true,
    isSplit: true,
    hasRoomAtRight: true,
    hasRoomBelow: true,
    hasTabsAtLeft: true,
    hasTabsAtRight: true,
    of: 'session',
  };
  return {
    showSession: (context, from) =>
      showSessionMenu(
        menu(context, () => from),
        windows.browserOf(from),
      ),
    showApplication: () => setApplicationMenu(menu(anything, windows.listening)),
  };
}
