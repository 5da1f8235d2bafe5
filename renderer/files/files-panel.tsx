import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Bridge } from '#contract/channels/channels.ts';
import { sentenceOf } from '#contract/failure.ts';
import type { RemoteEntry } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { Checkbox } from '../ui/fields/checkbox.tsx';
import { ContextMenu, type MenuPlace } from '../ui/menus/context-menu.tsx';
import { filesOfDesktop, useDropTarget } from '../ui/use-drop-target.ts';
import { DropZones } from './drop-zones.tsx';
import { entryMenu, folderAbove, pathIn, pathTyped } from './file-actions.ts';
import { FileDialogs } from './file-dialogs.tsx';
import { type FileMoves, performFileKey } from './file-keys.ts';
import { FileList } from './file-list.tsx';
import { emptyWords } from './file-words.ts';
import styles from './files-panel.module.css';
import { emptyPanel, type FilesState, type FilesStore } from './files-store.ts';
import { FilesToolbar } from './files-toolbar.tsx';
import { LocalSide } from './local-side.tsx';
import { type DraggedHere, type LocalState, shownFolder, uploadFrom } from './local-store.ts';
import { PathBar } from './path-bar.tsx';
import { SidePanel } from './side-panel.tsx';
import { columns, sorted, visible } from './sort.ts';
import { Transfers } from './transfers.tsx';
import { localFiles, remoteFiles } from './use-entry-drag.tsx';
import { useFileActions } from './use-file-actions.ts';

interface FilesPanelProps {
  readonly bridge: Bridge;
  readonly files: FilesStore;
  readonly id: SessionId;
  /** Types paths of the server into the session's terminal. */
  readonly onType: (paths: readonly string[]) => void;
  readonly onClose: () => void;
}

/** CSS pixels: what is left of a panel as it is at first when size and time are in sight. */
const minNameWidth = 190;

/** CSS pixels of the panel from which two lists are better beside each other than one below the other. */
const besideFrom = 640;

/** The files of a session's server, beside its terminal. */
export function FilesPanel({ bridge, files, id, onType, onClose }: FilesPanelProps) {
  const { follows, showsHidden, sort, width, dragged, listing, failure, isLoading } = useStore(
    files.store,
    useShallow(({ panels, shown: _shown, ...choices }: FilesState) => {
      const { listing, failure, isLoading } = panels.get(id) ?? emptyPanel;
      return { ...choices, listing, failure, isLoading };
    }),
  );
  const { local } = files;
  const here = useStore(
    local.store,
    useShallow(({ isShown, grant, folder, listing }: LocalState) => ({ isShown, grant, folder, listing })),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);

  const folder = listing?.path ?? null;
  const entries = useMemo(
    () => sorted(visible(listing?.entries ?? [], showsHidden), sort),
    [listing, showsHidden, sort],
  );
  const selected = entries.filter(({ name }) => chosen.has(name));

  const go = (path: string) => {
    setChosen(new Set());
    deeds.forgetRefusal();
    void files.go(id, path);
  };
  const deeds = useFileActions({ bridge, id, folder, onGo: go, onType });
  const { actions } = deeds;
  const moves: FileMoves = {
    up: () => folder !== null && go(folderAbove(folder)),
    refresh: () => void files.refresh(id),
  };
  const target = here.isShown ? shownFolder(here) : null;
  const menu = entryMenu(
    folder,
    selected,
    actions,
    target === null || folder === null
      ? null
      : {
          folder: nameOfFolder(here.listing?.shownPath ?? ''),
          onDownload: () => deeds.saveIn({ id, folder, entries: selected }, target),
        },
  );
  const above =
    listing === null || listing.path === '/'
      ? null
      : { path: folderAbove(listing.path), shown: folderAbove(listing.shownPath) };
  const moving = dragged?.id === id ? dragged : null;

  const upload = async (from: DraggedHere, to: string) =>
    deeds.tell(await uploadFrom(bridge, { id, folder: to }, from));
  /** On a folder of the list, or on all of it: of this computer's files then. */
  const drop = (into: RemoteEntry | null) => {
    if (folder === null) return;
    const to = into === null ? folder : pathIn(folder, into.name);
    const { dragged: fromHere } = local.store.getState();
    if (fromHere !== null) void upload(fromHere, to);
    else if (into !== null && moving !== null) deeds.moveDropped(moving, { path: to, shown: into.shownName });
  };

  const { isTarget, handlers } = useDropTarget(
    folder === null
      ? null
      : { type: filesOfDesktop, onDrop: (dropped) => bridge.uploadDropped([...dropped.files], { id, folder }) },
  );

  const said = deeds.refusal ?? (failure === null ? null : sentenceOf(failure));
  return (
    <SidePanel label={t('Files')} width={width} onWidth={(wanted) => files.set({ width: wanted })}>
      <div className={styles.files}>
        <div className={`${styles.lists} ${width >= besideFrom ? styles.beside : ''}`}>
          <div className={`${styles.server} ${isTarget ? styles.target : ''}`} {...handlers}>
            <div className={styles.head}>
              <PathBar
                path={listing?.shownPath ?? null}
                onGo={(typed) => go(pathTyped(typed, listing))}
                onUp={moves.up}
                onRefresh={moves.refresh}
                onClose={onClose}
              />
              <FilesToolbar canUpload={folder !== null} selected={selected} actions={actions} more={menu} />
              {moving === null ? null : (
                <DropZones
                  onDownload={(to) => deeds.saveIn(moving, to)}
                  onMoveUp={above === null ? null : () => deeds.moveDropped(moving, above)}
                />
              )}
            </div>
            {said === null ? null : (
              <p role="alert" className={styles.failure}>
                {said}
              </p>
            )}
            <FileList
              label={t('Files')}
              columns={columns}
              minNameWidth={minNameWidth}
              entries={entries}
              sort={sort}
              onSort={(wanted) => files.set({ sort: wanted })}
              selected={chosen}
              onSelect={setChosen}
              onOpen={actions.open}
              drag={{
                as: remoteFiles,
                takes: [remoteFiles, localFiles],
                onDrag: (dragging) =>
                  files.set({
                    dragged: dragging === null || folder === null ? null : { id, folder, entries: dragging },
                  }),
                onDrop: drop,
              }}
              onMenu={setMenuAt}
              onKey={(key) => performFileKey(key, selected, { ...actions, ...moves })}
              empty={emptyWords(isLoading, listing)}
            />
          </div>
          {here.isShown ? (
            <LocalSide
              local={local}
              isBeside={width >= besideFrom}
              showsHidden={showsHidden}
              onUpload={folder === null ? null : (from) => upload(from, folder)}
              onDownload={(to) => moving !== null && deeds.saveIn(moving, to)}
            />
          ) : null}
        </div>
        <div className={styles.choices}>
          <Checkbox
            label={t('Follow the shell')}
            help={t('Shows the folder that the shell is in, where the shell tells it by OSC 7.')}
            isSelected={follows}
            onChange={(on) => files.set({ follows: on })}
          />
          <Checkbox
            label={t('Hidden files')}
            isSelected={showsHidden}
            onChange={(on) => files.set({ showsHidden: on })}
          />
          <Checkbox
            label={t('This computer')}
            help={t('Shows a folder of this computer too: files are dragged from one to the other.')}
            isSelected={here.isShown}
            onChange={local.show}
          />
        </div>
        <Transfers bridge={bridge} files={files} id={id} />
      </div>
      {menuAt === null ? null : (
        <ContextMenu label={t('Files')} place={menuAt} entries={menu} onClose={() => setMenuAt(null)} />
      )}
      {deeds.asked === null ? null : (
        <FileDialogs
          bridge={bridge}
          id={id}
          {...deeds.asked}
          onClose={deeds.endAsking}
          onDone={(result) => {
            deeds.tell(result);
            void files.refresh(id);
          }}
        />
      )}
    </SidePanel>
  );
}

/** The last part of a path of this computer, whichever system it has; all of it where it has one part. */
const nameOfFolder = (path: string): string =>
  path
    .split(/[/\\]/)
    .filter((part) => part !== '')
    .at(-1) ?? path;
