import type { MenuItemConstructorOptions } from 'electron';
import type { KeyTable } from '#contract/keys/key-presets.ts';
import type { LanguageChoice } from '#contract/language/choice.ts';
import { t } from '#contract/language/language.ts';
import type { MenuAction, MenuContext } from '#contract/menu.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import { createMenuEntries, separator } from './menu-entry.ts';
import { languageMenu } from './menu-language.ts';
import { panesMenu } from './menu-panes.ts';
import { tabMenu } from './menu-tab.ts';

/** More saved sessions than this do not fit a menu: the configuration dialog lists them all. */
const maxSavedSessions = 40;

export interface SessionMenuOptions {
  readonly context: MenuContext;
  /** The other windows of the program. */
  readonly windows: readonly { readonly id: WindowId; readonly title: string }[];
  /** Names of the saved sessions, in order. */
  readonly savedSessions: readonly string[];
  readonly platform: NodeJS.Platform;
  /** The program's own keys. */
  readonly keys: KeyTable;
  /** Whether ssh:// links are followed. */
  readonly followsLinks: boolean;
  readonly onFollowLinks: (follow: boolean) => void;
  readonly language: LanguageChoice;
  readonly onLanguage: (choice: LanguageChoice) => void;
  readonly onAction: (action: MenuAction) => void;
}

/** The window and context menu of a session, PuTTY's entries in PuTTY's order. */
export function sessionMenu(options: SessionMenuOptions): MenuItemConstructorOptions[] {
  const { context, keys } = options;
  const savedSessions = options.savedSessions.slice(0, maxSavedSessions);
  const entries = createMenuEntries(keys, options.onAction);
  const { entry, item } = entries;
  const { hasSession, hasSelection, canRestart, isSplit } = context;
  if (context.of === 'tab') return tabMenu(entries, context, options.windows);

  return [
    entry('copy', hasSelection, 'copy-by-letter'),
    entry('paste', hasSession, 'paste-by-letter'),
    separator,
    entry('event-log', hasSession),
    entry('tunnels', hasSession),
    entry('files', hasSession),
    separator,
    entry('new-session', true),
    entry('quick-connect', true),
    entry('duplicate-session', hasSession),
    {
      label: t('Saved Sessions'),
      enabled: savedSessions.length > 0,
      submenu: savedSessions.map((name) => item(name, { kind: 'open-saved', name })),
    },
    entry('import-sessions'),
    entry('export-sessions'),
    entry('restart-session', canRestart),
    entry('change-settings', hasSession),
    separator,
    entry('copy-all', hasSession),
    entry('clear-scrollback', hasSession),
    entry('reset-terminal', hasSession),
    entry('find', hasSession),
    entry('previous-prompt', hasSession),
    entry('next-prompt', hasSession),
    separator,
    panesMenu(entries, context, savedSessions),
    { label: t('Tab'), enabled: hasSession, submenu: tabMenu(entries, context, options.windows) },
    entry('rename-tab', hasSession),
    entry('close-tab', hasSession, isSplit ? 'close-tab' : 'close-pane'),
    separator,
    entry('command-palette', true),
    {
      label: t('Font Size'),
      enabled: hasSession,
      submenu: [entry('zoom-in', true), entry('zoom-out', true), entry('zoom-reset', true)],
    },
    entry('full-screen', true),
    {
      label: t('Open ssh:// Links'),
      type: 'checkbox',
      checked: options.followsLinks,
      click: ({ checked }) => options.onFollowLinks(checked),
    },
    languageMenu(options.language, options.onLanguage),
    entry('keyboard-shortcuts'),
    entry('about'),
  ];
}
