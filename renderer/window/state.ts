import type { OpenSession, SavedSessions } from '#contract/channels/channels.ts';
import type { Language } from '#contract/language/language.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import type { Category } from '#contract/settings/definition.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import type { Tab, TabId } from '#contract/tabs/tab.ts';
import type { SnippetQuestions } from '../snippets/run-snippet.ts';
import type { Broadcast } from '../tabs/broadcast.ts';
import type { ClipboardWrite } from '../terminal/clipboard/clipboard-writes.ts';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** One session's place in a tab: what main says of the session, and what only the window knows. */
export interface Pane {
  readonly session: SessionSnapshot;
  /** When `session` arrived, in `performance.now()` milliseconds: its relative times count from here. */
  readonly receivedAt: number;
  /** What the program in the terminal calls itself, and its icon; empty until it does. */
  readonly titles: { readonly title: string; readonly iconTitle: string };
  /** Cells of its terminal, as the server was told; null until it was shown. */
  readonly size: Size | null;
  /** What a program in it wants to have on the clipboard; the newest one counts. Null once it is answered. */
  readonly clipboardWrite: ClipboardWrite | null;
  /** What has happened in it since its tab was last shown. */
  readonly unread: 'nothing' | 'output' | 'bell';
}

/** What lies over the tabs, or over a part of them. One thing at a time. */
export type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'new-session'; readonly initial: OpenSession | null }
  /** It begins with the panel of the category, where one is given. */
  | { readonly kind: 'change-settings'; readonly id: SessionId; readonly category?: Category }
  | { readonly kind: 'event-log'; readonly id: SessionId }
  | { readonly kind: 'tunnels'; readonly id: SessionId }
  | { readonly kind: 'rename-tab'; readonly tab: TabId }
  | { readonly kind: 'find'; readonly id: SessionId };

/** What is asked or told above all else; the overlay under it keeps what was typed into it. */
export type Question =
  | { readonly kind: 'none' }
  /** Whether panes may be closed of which some are open. */
  | { readonly kind: 'close-panes'; readonly ids: readonly SessionId[] }
  | { readonly kind: 'close-window'; readonly openSessions: number }
  | { readonly kind: 'paste'; readonly id: SessionId; readonly text: string }
  | ({ readonly kind: 'snippet' } & SnippetQuestions)
  | { readonly kind: 'broadcast' }
  | { readonly kind: 'import' }
  /** The row that is checked at first: see ExportDialog. */
  | { readonly kind: 'export'; readonly only: string | null }
  | { readonly kind: 'quick-connect' }
  | { readonly kind: 'command-palette' }
  | { readonly kind: 'keyboard-shortcuts' }
  | { readonly kind: 'about' };

/** Something to tell the user that belongs to no session. */
export interface Notice {
  readonly key: number;
  readonly text: string;
  /** Until it is dismissed: it tells of a fault, or of something to be done. The others go by themselves. */
  readonly stays: boolean;
}

export interface ShellState {
  /** By session. One that has just been opened may not be in a tab yet. */
  readonly panes: ReadonlyMap<SessionId, Pane>;
  /** From left to right. */
  readonly tabs: readonly Tab[];
  /** Null while there is no tab. */
  readonly activeId: TabId | null;
  readonly broadcast: Broadcast;
  /** The panes, of any windows, that were picked to share what is typed; main has them. */
  readonly group: readonly SessionId[];
  readonly overlay: Overlay;
  readonly question: Question;
  readonly saved: SavedSessions;
  readonly notices: readonly Notice[];
  /** What all is said in: another one has everything drawn anew. */
  readonly language: Language;
}

/** A tab with what is in it. */
export interface FilledTab {
  readonly tab: Tab;
  readonly focused: Pane;
  /** All, in the order of its layout. */
  readonly panes: readonly Pane[];
}

/** The tab in front. */
export const activeTab = ({ tabs, activeId }: Pick<ShellState, 'tabs' | 'activeId'>): Tab | null =>
  tabs.find(({ id }) => id === activeId) ?? null;

/** The pane that has the keyboard while nothing covers it. */
export function activePane(state: ShellState): Pane | null {
  const tab = activeTab(state);
  return tab === null ? null : (state.panes.get(tab.focused) ?? null);
}

/** The tab that a session is in. */
export const tabOf = ({ tabs }: Pick<ShellState, 'tabs'>, id: SessionId): Tab | null =>
  tabs.find(({ layout }) => panesOf(layout).includes(id)) ?? null;

/** The tabs with what is in them, from left to right. */
export const filledTabs = (state: ShellState): readonly FilledTab[] =>
  state.tabs.flatMap((tab) => {
    const panes = panesOf(tab.layout).flatMap((id) => state.panes.get(id) ?? []);
    const focused = state.panes.get(tab.focused);
    return focused === undefined ? [] : [{ tab, focused, panes }];
  });

/** What a tab is called: by its user, or as the session that has its keyboard. */
export const nameOf = ({ tab, focused }: Pick<FilledTab, 'tab' | 'focused'>): string =>
  tab.name || focused.session.name;

/** All sessions of the window. */
export const sessionsOf = ({ panes }: ShellState): readonly SessionSnapshot[] =>
  [...panes.values()].map(({ session }) => session);

/** Whether the configuration dialog for a new session is shown. It tells by itself what happened to the saved ones. */
export const isConfiguring = ({ tabs, overlay }: Pick<ShellState, 'tabs' | 'overlay'>): boolean =>
  tabs.length === 0 || overlay.kind === 'new-session';

/** Whether something covers the tabs and has the keyboard for itself. */
export function isCovered({ overlay, question }: Pick<ShellState, 'overlay' | 'question'>): boolean {
  return question.kind !== 'none' || !['none', 'rename-tab', 'find'].includes(overlay.kind);
}
