import { createStore, type StoreApi } from 'zustand';
import type { Bridge } from '#contract/channels/channels.ts';
import type { Failure, Result } from '#contract/failure.ts';
import type { FileEntry } from '#contract/files/files.ts';
import type { LocalFolder, LocalGrant, LocalListing } from '#contract/files/local-files.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { Sort } from './sort.ts';

/** What is dragged, with the folder that it was dragged from. */
export interface DraggedHere {
  readonly from: LocalFolder;
  readonly entries: readonly FileEntry[];
}

/** The folder of this computer beside the server's files: one for the window, whichever session is shown. */
export interface LocalState {
  readonly isShown: boolean;
  /** Null before main has told it. */
  readonly grant: LocalGrant | null;
  /** Names that lead from the granted folder to the one that is shown. */
  readonly folder: readonly string[];
  readonly listing: LocalListing | null;
  /** Why the folder could not be read. */
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  readonly sort: Sort;
  /** Of the list, along the line on which it is put beside the server's; CSS pixels. */
  readonly height: number;
  readonly width: number;
  readonly dragged: DraggedHere | null;
}

export interface LocalStore {
  readonly store: StoreApi<LocalState>;
  /** Asks once for the folder, and whether it was shown last. */
  readonly begin: () => Promise<void>;
  readonly show: (isShown: boolean) => void;
  /** By names from the granted folder. */
  readonly go: (folder: readonly string[]) => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Has the user asked for another folder. */
  readonly choose: () => Promise<void>;
  readonly set: (choices: Partial<Pick<LocalState, 'sort' | 'height' | 'width' | 'dragged'>>) => void;
  readonly dispose: () => void;
}

const startHeight = 200;
const startWidth = 360;

export function createLocalStore(bridge: Bridge): LocalStore {
  const store = createStore<LocalState>(() => ({
    isShown: false,
    grant: null,
    folder: [],
    listing: null,
    failure: null,
    isLoading: false,
    sort: { column: 'name', direction: 'ascending' },
    height: startHeight,
    width: startWidth,
    dragged: null,
  }));
  /** An answer that a later question has overtaken is not shown. */
  let asked: symbol | null = null;
  let begun = false;
  /** How many transfers of each session have come to their end. */
  const settled = new Map<SessionId, number>();

  const read = async (folder: readonly string[], isNew: boolean) => {
    const { grant } = store.getState();
    if (grant === null) return;
    const question = Symbol();
    asked = question;
    store.setState({ folder, isLoading: true, ...(isNew ? { listing: null } : {}) });
    const answer = await bridge.request('files.list-local', { grant: grant.grant, folder });
    if (asked !== question) return;
    if (answer.ok) store.setState({ listing: answer.value, failure: null, isLoading: false });
    else store.setState({ listing: null, failure: answer.failure, isLoading: false });
  };
  const refresh = () => read(store.getState().folder, false);
  const refreshShown = () => {
    if (store.getState().isShown) void refresh();
  };

  const undo = bridge.on('files.changed', (status) => {
    if (settled.get(status.id) !== status.settled) refreshShown();
    settled.set(status.id, status.settled);
  });
  const undoRemoved = bridge.on('session.removed', ({ id }) => void settled.delete(id));
  // Other programs change the folder while they have the user's attention, and not this one.
  addEventListener('focus', refreshShown);

  return {
    store,
    begin: async () => {
      if (begun) return;
      begun = true;
      const answer = await bridge.request('files.begin-local', {});
      if (!answer.ok) return;
      const { isShown, ...grant } = answer.value;
      // It may have been shown by hand meanwhile.
      store.setState((before) => ({ grant, isShown: before.isShown || isShown }));
      refreshShown();
    },
    show: (isShown) => {
      store.setState({ isShown });
      bridge.command('files.show-local', { isShown });
      refreshShown();
    },
    go: (folder) => read(folder, true),
    refresh,
    choose: async () => {
      const answer = await bridge.request('files.choose-local', {});
      if (!answer.ok || answer.value === null) return;
      store.setState({ grant: answer.value });
      await read([], true);
    },
    set: (choices) => store.setState(choices),
    dispose: () => {
      undo();
      undoRemoved();
      removeEventListener('focus', refreshShown);
    },
  };
}

/** The folder that is shown, as main is told of it; null while there is none. */
export const shownFolder = ({ grant, folder }: Pick<LocalState, 'grant' | 'folder'>): LocalFolder | null =>
  grant === null ? null : { grant: grant.grant, folder };

/** Uploads entries of a folder of this computer. */
export const uploadFrom = (
  bridge: Pick<Bridge, 'request'>,
  to: { readonly id: SessionId; readonly folder: string },
  { from, entries }: DraggedHere,
): Promise<Result<null>> =>
  bridge.request('files.upload-local', { ...to, from, names: entries.map(({ name }) => name) });
