import type { OpenSession, SavedSessions } from '#contract/channels.ts';
import type { SessionId, SessionSnapshot } from '#contract/session.ts';
import type { Category } from '#contract/settings/definition.ts';
import type { SnippetQuestions } from '../snippets/run-snippet.ts';
import type { ClipboardWrite } from '../terminal/clipboard-writes.ts';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** One tab: what main says of its session, and what only the window knows. */
export interface Tab {
  readonly session: SessionSnapshot;
  /** When `session` arrived, in `performance.now()` milliseconds: its relative times count from here. */
  readonly receivedAt: number;
  /** What the program in the terminal calls itself, and its icon; empty until it does. */
  readonly titles: { readonly title: string; readonly iconTitle: string };
  /** Cells of its terminal, as the server was told; null until it was shown. */
  readonly size: Size | null;
  /** What a program in it wants to have on the clipboard; the newest one counts. Null once it is answered. */
  readonly clipboardWrite: ClipboardWrite | null;
  /** What has happened in a tab since it was last shown. */
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
  | { readonly kind: 'rename-tab'; readonly id: SessionId }
  | { readonly kind: 'find'; readonly id: SessionId };

/** What is asked or told above all else; the overlay under it keeps what was typed into it. */
export type Question =
  | { readonly kind: 'none' }
  | { readonly kind: 'close-tab'; readonly id: SessionId }
  | { readonly kind: 'close-window'; readonly openSessions: number }
  | { readonly kind: 'paste'; readonly id: SessionId; readonly text: string }
  | ({ readonly kind: 'snippet' } & SnippetQuestions)
  | { readonly kind: 'import' }
  /** The row that is checked at first: see ExportDialog. */
  | { readonly kind: 'export'; readonly only: string | null }
  | { readonly kind: 'quick-connect' }
  | { readonly kind: 'command-palette' }
  | { readonly kind: 'about' };

/** Something to tell the user that belongs to no session. */
export interface Notice {
  readonly key: number;
  readonly text: string;
}

export interface ShellState {
  readonly tabs: ReadonlyMap<SessionId, Tab>;
  /** Every tab's id, from left to right. */
  readonly order: readonly SessionId[];
  /** Null while there is no tab. */
  readonly activeId: SessionId | null;
  readonly overlay: Overlay;
  readonly question: Question;
  readonly saved: SavedSessions;
  readonly notices: readonly Notice[];
}

export const activeTab = (state: ShellState): Tab | null =>
  state.activeId === null ? null : (state.tabs.get(state.activeId) ?? null);

/** The sessions in the order of their tabs. */
export const sessionsOf = (state: ShellState): readonly SessionSnapshot[] =>
  state.order.flatMap((id) => state.tabs.get(id)?.session ?? []);

/** Whether the configuration dialog for a new session is shown. It tells by itself what happened to the saved ones. */
export const isConfiguring = ({ order, overlay }: Pick<ShellState, 'order' | 'overlay'>): boolean =>
  order.length === 0 || overlay.kind === 'new-session';

/** Whether something covers the tabs and has the keyboard for itself. */
export function isCovered({ overlay, question }: Pick<ShellState, 'overlay' | 'question'>): boolean {
  return question.kind !== 'none' || !['none', 'rename-tab', 'find'].includes(overlay.kind);
}
