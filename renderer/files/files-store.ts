import { createStore, type StoreApi } from 'zustand';
import type { Bridge } from '#contract/channels/channels.ts';
import type { Failure } from '#contract/failure.ts';
import { type FilesStatus, isSettled, type Listing, type RemoteEntry } from '#contract/files/files.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { ShellDirectory } from '../terminal/shell/shell-directory.ts';
import { createLocalStore, type LocalStore } from './local-store.ts';
import type { Sort } from './sort.ts';

/** What the panel of one session shows. */
export interface SessionPanel {
  /** Null before a folder was read. */
  readonly listing: Listing | null;
  /** Why the last folder could not be read. */
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  readonly status: FilesStatus | null;
  /** Where the session's shell is, as far as it tells. */
  readonly directory: string | null;
}

export interface FilesState {
  /** Whose panel is shown. */
  readonly shown: ReadonlySet<SessionId>;
  readonly panels: ReadonlyMap<SessionId, SessionPanel>;
  readonly follows: boolean;
  readonly showsHidden: boolean;
  readonly sort: Sort;
  /** Width of the panel, CSS pixels. */
  readonly width: number;
  readonly dragged: DraggedFiles | null;
}

/** Files of a server that are being dragged in this window. */
export interface DraggedFiles {
  readonly id: SessionId;
  readonly folder: string;
  readonly entries: readonly RemoteEntry[];
}

/** Transfers of these sessions that would not be finished if they were closed now. */
export const unfinishedOf = ({ panels }: Pick<FilesState, 'panels'>, ids: readonly SessionId[]): number =>
  ids.flatMap((id) => panels.get(id)?.status?.transfers ?? []).filter((transfer) => !isSettled(transfer)).length;

/** The panels of files, one for each session that asked for it. */
export interface FilesStore {
  readonly store: StoreApi<FilesState>;
  /** What is shown of this computer beside it. */
  readonly local: LocalStore;
  readonly toggle: (id: SessionId) => void;
  /** Reads a folder; null is the one that a login begins in. */
  readonly go: (id: SessionId, path: string | null) => Promise<void>;
  readonly refresh: (id: SessionId) => Promise<void>;
  readonly noteDirectory: (id: SessionId, directory: ShellDirectory, ownHost: string) => void;
  readonly set: (choices: Partial<Pick<FilesState, 'follows' | 'showsHidden' | 'sort' | 'width' | 'dragged'>>) => void;
  readonly dispose: () => void;
}

export const emptyPanel: SessionPanel = {
  listing: null,
  failure: null,
  isLoading: false,
  status: null,
  directory: null,
};

const startWidth = 400;

export function createFilesStore(bridge: Bridge): FilesStore {
  const store = createStore<FilesState>(() => ({
    shown: new Set(),
    panels: new Map(),
    follows: true,
    showsHidden: false,
    sort: { column: 'name', direction: 'ascending' },
    width: startWidth,
    dragged: null,
  }));
  const local = createLocalStore(bridge);
  /** Hosts that a session's own shell names: of programs such as ssh in it, others come. */
  const hosts = new Map<SessionId, string>();
  /** An answer that a later question has overtaken is not shown. */
  const asked = new Map<SessionId, symbol>();
  /** Of the window's content, before the first panel was shown; CSS pixels. */
  let widthBefore = 0;

  const panelOf = (id: SessionId) => store.getState().panels.get(id) ?? emptyPanel;
  const change = (id: SessionId, changes: Partial<SessionPanel>) =>
    store.setState(({ panels }) => ({ panels: new Map(panels).set(id, { ...panelOf(id), ...changes }) }));
  const isShown = (id: SessionId) => store.getState().shown.has(id);

  const read = async (id: SessionId, path: string | null) => {
    const question = Symbol();
    asked.set(id, question);
    change(id, { isLoading: true });
    const answer = await bridge.request('files.list', { id, path });
    if (asked.get(id) !== question) return;
    if (answer.ok) change(id, { listing: answer.value, failure: null, isLoading: false });
    else change(id, { failure: answer.failure, isLoading: false });
  };

  const refresh = (id: SessionId) => read(id, panelOf(id).listing?.path ?? null);

  const begin = async (id: SessionId) => {
    const status = await bridge.request('files.status', { id });
    if (status.ok) change(id, { status: status.value });
    await read(id, store.getState().follows ? panelOf(id).directory : null);
  };

  const undo = bridge.on('files.changed', (status) => {
    const before = panelOf(status.id).status;
    change(status.id, { status });
    if (isShown(status.id) && status.settled !== before?.settled) void refresh(status.id);
  });
  const undoSessions = bridge.on('session.changed', ({ id, state }) => {
    // What could not be read without a connection is read with the next one.
    const { failure, isLoading } = panelOf(id);
    if (state.kind === 'open' && isShown(id) && failure?.code === 'files-lost' && !isLoading) void refresh(id);
    if (state.kind !== 'open') hosts.delete(id);
  });
  const undoRemoved = bridge.on('session.removed', ({ id }) => {
    hosts.delete(id);
    asked.delete(id);
    store.setState(({ shown, panels }) => ({
      shown: new Set([...shown].filter((other) => other !== id)),
      panels: new Map([...panels].filter(([other]) => other !== id)),
    }));
  });

  return {
    store,
    local,
    toggle: (id) => {
      const shown = new Set(store.getState().shown);
      const isNew = !shown.delete(id);
      if (isNew) shown.add(id);
      // The first panel and the last bring the window with them: the terminal keeps its columns where the screen has room.
      const { width } = store.getState();
      if (isNew && shown.size === 1) {
        widthBefore = innerWidth;
        bridge.command('window.resize-by', { width, height: 0 });
      } else if (shown.size === 0) {
        // Where the screen, or the user, gave it less than the panel takes, no more than that is given back.
        const change = Math.max(-width, Math.min(0, widthBefore - innerWidth));
        bridge.command('window.resize-by', { width: change, height: 0 });
      }
      store.setState({ shown });
      if (isNew) void local.begin();
      if (isNew && panelOf(id).listing === null) void begin(id);
    },
    go: read,
    refresh,
    noteDirectory: (id, { host, path }, ownHost) => {
      const known = hosts.get(id);
      if (known === undefined && host !== '') hosts.set(id, host);
      if (host !== '' && known !== undefined && host !== known && host !== ownHost.toLowerCase()) return;
      if (panelOf(id).directory === path) return;
      change(id, { directory: path });
      if (isShown(id) && store.getState().follows) void read(id, path);
    },
    set: (choices) => store.setState(choices),
    dispose: () => {
      local.dispose();
      undo();
      undoSessions();
      undoRemoved();
    },
  };
}
