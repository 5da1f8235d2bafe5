import type { Result } from '../failure.ts';
import type { ZmodemAnswer } from '../files/zmodem.ts';
import type { LanguageChoice } from '../language/choice.ts';
import type { Language } from '../language/language.ts';
import type { MenuAction, MenuContext } from '../menu.ts';
import type { Profile, ProfileChanges, SavedFolder, SavedSession } from '../profile/profile.ts';
import type { TreeChange } from '../saved/saved-tree.ts';
import type { ConfigAsked, ConfiguredHost, SshConfigList } from '../saved/ssh-config.ts';
import type { SecretsReport } from '../secret.ts';
import type { AgentReport } from '../session/agent.ts';
import type { PathReport, Place } from '../session/path.ts';
import type { PromptAnswer } from '../session/prompt.ts';
import type { LogEntry, SessionActivity, SessionId, SessionSnapshot } from '../session/session.ts';
import type { System } from '../settings/definition.ts';
import type { NamedPalette } from '../settings/palette.ts';
import type { Tab, TabId, WindowId } from '../tabs/tab.ts';
import type { WindowBehaviour, WindowState } from '../window.ts';
import type { BroadcastCommands, BroadcastEvents, BroadcastRequests } from './broadcast-channels.ts';
import type { FileCommands, FileEvents, FileRequests } from './file-channels.ts';
import type { LibraryCommands, LibraryEvents, LibraryRequests } from './library-channels.ts';

/** Awaited calls from the window to main. Each returns a Result; none rejects. */
export interface Requests extends FileRequests, LibraryRequests, BroadcastRequests {
  'app.info': (payload: Empty) => Result<AppInfo>;
  'profiles.list': (payload: Empty) => Result<SavedSessions>;
  'profiles.save': (payload: SavedSession) => Result<SavedSessions>;
  'profiles.delete': (payload: { readonly name: string }) => Result<SavedSessions>;
  /** Reads the user's ssh_config files. */
  'ssh-config.list': (payload: Empty) => Result<SshConfigList>;
  /** Lets the files run the commands of their `Match exec` lines, or not. */
  'ssh-config.run-commands': (payload: { readonly run: boolean }) => Result<SshConfigList>;
  'ssh-config.configure': (payload: { readonly host: string }) => Result<ConfiguredHost>;
  'profiles.arrange': (payload: TreeChange) => Result<SavedSessions>;
  'secrets.list': (payload: Empty) => Result<SecretsReport>;
  'secrets.remove': (payload: { readonly id: string }) => Result<SecretsReport>;
  /** The sessions of this window, in the order of its tabs and their panes. */
  'session.list': (payload: Empty) => Result<readonly SessionSnapshot[]>;
  'tabs.list': (payload: Empty) => Result<readonly Tab[]>;
  'session.open': (payload: OpenSession) => Result<SessionSnapshot>;
  /** Connects a closed or stalled session again, in place; one that reconnects by itself, at once. */
  'session.restart': (payload: OfSession) => Result<null>;
  'session.change': (payload: OfSession & { readonly changes: ProfileChanges }) => Result<SessionSnapshot>;
  /** Sends the session's data port to this window: the `data-port` event follows. */
  'session.attach': (payload: OfSession) => Result<null>;
  /** From now on each entry that is added follows in `session.logged`. */
  'session.log': (payload: OfSession) => Result<readonly LogEntry[]>;
  /** Asks the user for a file, and writes the whole Event Log there; null if the user thought better of it. */
  'session.export-log': (payload: OfSession & { readonly format: LogFormat }) => Result<ExportedLog | null>;
  'session.answer': (payload: OfSession & { readonly promptId: string; readonly answer: PromptAnswer }) => Result<null>;
  /** The bytes of the sound file that the session's profile names for its bell. */
  'session.bell-sound': (payload: OfSession) => Result<Uint8Array>;
  'path.get': (payload: Place) => Result<PathReport>;
  'path.forget': (payload: Place) => Result<PathReport>;
  /** Begins a search for the limit of the path to the profile's host: silences of these times, seconds. */
  'path.search': (payload: PathSearchRequest) => Result<PathReport>;
  'path.answer': (payload: Place & { readonly promptId: string; readonly answer: PromptAnswer }) => Result<null>;
  /** Asks the agents that the setting "Agent socket" leads to for their keys. */
  'agent.list': (payload: Pick<Profile, 'agentSocket'>) => Result<AgentReport>;
  /** Passphrases that were to be kept for this run are asked for again. */
  'agent.forget-passphrases': (payload: Empty) => Result<null>;
  'dialog.choose-key-file': (payload: Empty) => Result<string | null>;
  'dialog.choose-log-file': (payload: Empty) => Result<string | null>;
  /** Asks the user for a file of iTerm2 or Windows Terminal, and reads its colours; null if no file was chosen. */
  'colours.import': (payload: Empty) => Result<readonly NamedPalette[] | null>;
  'clipboard.read': (payload: { readonly from: ClipboardKind }) => Result<string>;
  'link.open': (payload: { readonly url: string }) => Result<null>;
}

/** Fire and forget, from the window to main. */
export interface Commands extends FileCommands, LibraryCommands, BroadcastCommands {
  /** Disconnects if need be, and forgets the session: its tab was closed. */
  'session.close': OfSession;
  /** Gives up connecting, by itself or not: a session that was open before waits for the user, a new one is closed. */
  'session.cancel-connecting': OfSession;
  /** Tries the forwards that failed once more, now. */
  'session.retry-forwards': OfSession;
  'session.answer-zmodem': OfSession & { readonly questionId: string; readonly answer: ZmodemAnswer };
  /** Files for the question of `rz`; for the preload alone, as `files.upload-dropped`. */
  'session.send-dropped': OfSession & { readonly questionId: string; readonly localPaths: readonly string[] };
  'session.cancel-zmodem': OfSession;
  /** Something to tell on the desktop, under the name of the tab. */
  'session.notify': OfSession & { readonly text: string };
  /** Nobody reads its Event Log any more. */
  'session.log-closed': OfSession;
  'session.resize': OfSession & { readonly columns: number; readonly rows: number };
  /** An empty name gives the tab its own name back. */
  'session.rename': OfSession & { readonly name: string };
  /** Takes a tab of this window to another one. */
  'tabs.move': { readonly id: TabId; readonly to: TabTarget };
  /** How the window has put its tabs: kept for when it reloads, and for the next start. */
  'tabs.arrange': { readonly tabs: readonly Tab[] };
  'path.cancel-search': Place;
  'clipboard.write': { readonly to: ClipboardKind; readonly text: string; readonly rich?: RichText };
  'menu.show': MenuContext;
  /** Where that changes what is spoken, `language.changed` follows. */
  'language.choose': { readonly choice: LanguageChoice };
  /** `iconTitle` stands in its place while the window is minimised. Empty is the program's name. */
  'window.title': { readonly title: string; readonly iconTitle: string };
  /** The bell rings while another window has the keyboard: the entry in the taskbar flashes, the icon in the Dock jumps. */
  'window.attention': Empty;
  'window.full-screen': { readonly on: boolean };
  'window.behaviour': WindowBehaviour;
  /** Like the window's close button: with sessions open, `window.close-asked` follows. */
  'window.ask-close': Empty;
  /** Grows or shrinks the window's content by this many CSS pixels, so that the terminal gets its columns and rows. */
  'window.resize-by': { readonly width: number; readonly height: number };
  /** The page asks the user whether the window may close: it has heard `window.close-asked`. */
  'window.close-heard': Empty;
  /** The user wants the window, and the program, to stay. */
  'window.close-refused': Empty;
  /** The user confirmed that the window may close with sessions open. */
  'window.close': Empty;
  /** The page listens now: notices that came before it did may be sent. */
  'window.ready': Empty;
}

/** From main to the window. */
export interface Events extends FileEvents, LibraryEvents, BroadcastEvents {
  'session.changed': SessionSnapshot;
  /** What passed through sessions, gathered over half a second. */
  'session.activity': readonly SessionActivity[];
  /** The user wants to see it: its notice was clicked. */
  'session.shown': OfSession;
  'session.removed': { readonly id: SessionId };
  /** A tab has gone to another window, with its sessions. */
  'tabs.taken': { readonly id: TabId };
  /** A tab comes to this window that it has not opened itself; it is to be shown. */
  'tabs.given': { readonly tab: Tab; readonly sessions: readonly SessionSnapshot[] };
  /** Of a session whose log was asked for, until `session.log-closed`. */
  'session.logged': { readonly id: SessionId; readonly entry: LogEntry };
  'profiles.changed': SavedSessions;
  'path.changed': PathReport;
  /** What all is said in from now on. */
  'language.changed': Language;
  'menu.action': MenuAction;
  /** Follows `window.ready`, and then each change. */
  'window.state': WindowState;
  /** The user asked to close the window while this many sessions are open. */
  'window.close-asked': { readonly openSessions: number };
  /** Something to tell the user that belongs to no session. */
  notice: { readonly text: string; readonly stays: boolean };
}

export type Empty = Readonly<Record<string, never>>;

export interface OfSession {
  readonly id: SessionId;
}

export interface OpenSession {
  readonly profile: Profile;
  /** The saved session that the profile was loaded from, or null. */
  readonly savedAs: string | null;
  /** Where ~/.ssh/config speaks of this host, it goes before the profile. */
  readonly config?: ConfigAsked;
}

/** Where a tab is taken: to a window of its own, to another one, or to the one that it was let go over, or none. */
export type TabTarget =
  | { readonly kind: 'new' }
  | { readonly kind: 'window'; readonly id: WindowId }
  /** Of the screen, CSS pixels. */
  | { readonly kind: 'dropped'; readonly x: number; readonly y: number };

export interface PathSearchRequest {
  readonly profile: Profile;
  readonly seconds: readonly number[];
}

export interface SavedSessions {
  /** Starting values for a new session. */
  readonly defaults: Profile;
  /** In alphabetical order, without Default Settings. */
  readonly sessions: readonly SavedSession[];
  /** In alphabetical order, each after the one around it; the folders around every session and folder are there. */
  readonly folders: readonly SavedFolder[];
  /** Something that happened to the file and that the user should know, such as a backup that was restored. */
  readonly notice: string | null;
}

/** `text` as it is copied, `json` as one JSON object a line. */
export type LogFormat = 'text' | 'json';

export interface ExportedSessions {
  readonly path: string;
  /** How many it has, without Default Settings. */
  readonly sessions: number;
}

export interface ExportedLog {
  readonly path: string;
  /** How many entries it has. */
  readonly entries: number;
}

/** What was selected last is `selection`: on Linux that is PRIMARY, elsewhere a clipboard of the program's own. */
export type ClipboardKind = 'clipboard' | 'selection';

/** A copied text with its looks. */
export interface RichText {
  readonly html: string;
  readonly rtf: string;
}

export interface AppInfo {
  readonly version: string;
  readonly platform: System;
  /** Folder of the saved sessions, for the About box. */
  readonly settingsFile: string;
  /** Names of algorithms in the settings that the cryptography of the running program does not have. */
  readonly unavailableAlgorithms: readonly string[];
  /** What all is said in. */
  readonly language: Language;
}

/** The one message that carries a MessagePort; posted to the window's own origin by the preload. */
export interface DataPortMessage {
  readonly kind: 'holdfast-data-port';
  readonly id: SessionId;
}

export type RequestName = keyof Requests;
/** What the page may send; the rest is the preload's. */
export type CommandName = Exclude<keyof Commands, 'files.upload-dropped' | 'session.send-dropped'>;
export type EventName = keyof Events;

/** What the preload puts at `window.holdfast`. */
export interface Bridge {
  request<N extends RequestName>(name: N, payload: Parameters<Requests[N]>[0]): Promise<ReturnType<Requests[N]>>;
  command<N extends CommandName>(name: N, payload: Commands[N]): void;
  /** Uploads what was dropped on the page, Files of the DOM: where they lie stays with the preload and main. */
  uploadDropped(files: readonly object[], to: OfSession & { readonly folder: string }): void;
  /** Sends what was dropped to the `rz` that asks this question. */
  sendDropped(files: readonly object[], to: OfSession & { readonly questionId: string }): void;
  /** Calls back on each event until the returned function is called. */
  on<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void;
}
