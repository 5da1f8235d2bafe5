import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Bridge } from '#contract/channels.ts';
import type { Failure, Result } from '#contract/failure.ts';
import { isFolder } from '#contract/files.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ContextMenu, type MenuPlace } from '../ui/context-menu.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { filesOfDesktop, useDropTarget } from '../ui/use-drop-target.ts';
import { DropZones } from './drop-zones.tsx';
import {
  entryMenu,
  type FileActions,
  type FileQuestion,
  type Folder,
  folderAbove,
  pathIn,
  pathsIn,
  pathTyped,
} from './file-actions.ts';
import { FileDialogs } from './file-dialogs.tsx';
import { type FileMoves, performFileKey } from './file-keys.ts';
import { FileList } from './file-list.tsx';
import styles from './files-panel.module.css';
import { emptyPanel, type FilesState, type FilesStore } from './files-store.ts';
import { PathBar } from './path-bar.tsx';
import { SidePanel } from './side-panel.tsx';
import { sorted, visible } from './sort.ts';
import { Transfers } from './transfers.tsx';

interface FilesPanelProps {
  readonly bridge: Bridge;
  readonly files: FilesStore;
  readonly id: SessionId;
  /** Types paths of the server into the session's terminal. */
  readonly onType: (paths: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The files of a session's server, beside its terminal. */
export function FilesPanel({ bridge, files, id, onType, onClose }: FilesPanelProps) {
  const { follows, showsHidden, sort, width, dragged, listing, failure, isLoading } = useStore(
    files.store,
    useShallow(({ panels, shown: _shown, ...choices }: FilesState) => {
      const { listing, failure, isLoading } = panels.get(id) ?? emptyPanel;
      return { ...choices, listing, failure, isLoading };
    }),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** With the folder that it is about: the list may follow the shell to another one before it is answered. */
  const [asked, setAsked] = useState<{ readonly question: FileQuestion; readonly folder: string } | null>(null);
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const folder = listing?.path ?? null;
  const entries = useMemo(
    () => sorted(visible(listing?.entries ?? [], showsHidden), sort),
    [listing, showsHidden, sort],
  );
  const selected = entries.filter(({ name }) => chosen.has(name));

  const tell = (result: Result<unknown>) => setRefused(result.ok ? null : sentenceOf(result.failure));
  const go = (path: string) => {
    setChosen(new Set());
    setRefused(null);
    void files.go(id, path);
  };

  const download = async (paths: readonly string[], to: 'downloads' | 'chosen') =>
    tell(await bridge.request('files.download', { id, paths, to }));

  const actions: FileActions = {
    open: (entry) => {
      if (folder === null) return;
      if (isFolder(entry)) go(pathIn(folder, entry.name));
      else if (entry.kind !== 'other') actions.edit(entry);
    },
    edit: (entry) => folder !== null && bridge.command('files.edit', { id, path: pathIn(folder, entry.name) }),
    download: (wanted) => folder !== null && download(pathsIn(folder, wanted), 'chosen'),
    upload: async (what) => {
      if (folder !== null) tell(await bridge.request('files.upload', { id, folder, what }));
    },
    type: (wanted) => folder !== null && onType(pathsIn(folder, wanted)),
    ask: (question) => folder !== null && setAsked({ question, folder }),
  };
  const moves: FileMoves = {
    up: () => folder !== null && go(folderAbove(folder)),
    refresh: () => void files.refresh(id),
  };
  const menu = entryMenu(selected, actions);
  const above =
    listing === null || listing.path === '/'
      ? null
      : { path: folderAbove(listing.path), shown: folderAbove(listing.shownPath) };
  const moveTo = (to: Folder) => {
    if (dragged?.id === id)
      setAsked({ question: { kind: 'move', entries: dragged.entries, to }, folder: dragged.folder });
  };

  const { isTarget, handlers } = useDropTarget(
    folder === null
      ? null
      : { type: filesOfDesktop, onDrop: (dropped) => bridge.uploadDropped([...dropped.files], { id, folder }) },
  );

  const said = refused ?? (failure === null ? null : sentenceOf(failure));
  return (
    <SidePanel label={t('Files')} width={width} onWidth={(wanted) => files.set({ width: wanted })}>
      <div className={`${styles.files} ${isTarget ? styles.target : ''}`} {...handlers}>
        <div className={styles.head}>
          <PathBar
            path={listing?.shownPath ?? null}
            onGo={(typed) => go(pathTyped(typed, listing))}
            onUp={moves.up}
            onRefresh={moves.refresh}
            onClose={onClose}
          />
          <div className={styles.tools} role="toolbar" aria-label={t('Files')}>
            <MenuButton
              label={t('Upload')}
              entries={[
                { label: t('Files…'), isDisabled: folder === null, onAction: () => actions.upload('files') },
                { label: t('Folder…'), isDisabled: folder === null, onAction: () => actions.upload('folder') },
              ]}
            />
            <Button isDisabled={selected.length === 0} onPress={() => actions.download(selected)}>
              {t('Download…')}
            </Button>
            <MenuButton label={t('More')} entries={menu} />
          </div>
          {dragged?.id !== id ? null : (
            <DropZones
              onDownload={(to) => void download(pathsIn(dragged.folder, dragged.entries), to)}
              onMoveUp={above === null ? null : () => moveTo(above)}
            />
          )}
        </div>
        {said === null ? null : (
          <p role="alert" className={styles.failure}>
            {said}
          </p>
        )}
        <FileList
          entries={entries}
          sort={sort}
          onSort={(wanted) => files.set({ sort: wanted })}
          selected={chosen}
          onSelect={setChosen}
          onOpen={actions.open}
          onDrag={(dragging) =>
            files.set({ dragged: dragging === null || folder === null ? null : { id, folder, entries: dragging } })
          }
          onDropOn={({ name, shownName }) =>
            folder !== null && moveTo({ path: pathIn(folder, name), shown: shownName })
          }
          onMenu={setMenuAt}
          onKey={(key) => performFileKey(key, selected, { ...actions, ...moves })}
          empty={emptyWords(isLoading, listing !== null, (listing?.entries.length ?? 0) > 0)}
        />
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
        </div>
        <Transfers bridge={bridge} files={files} id={id} />
      </div>
      {menuAt === null ? null : (
        <ContextMenu label={t('Files')} place={menuAt} entries={menu} onClose={() => setMenuAt(null)} />
      )}
      {asked === null ? null : (
        <FileDialogs
          bridge={bridge}
          id={id}
          {...asked}
          onClose={() => setAsked(null)}
          onDone={(result) => {
            tell(result);
            void files.refresh(id);
          }}
        />
      )}
    </SidePanel>
  );
}

const sentenceOf = ({ message, hint }: Failure) => (hint === undefined ? message : `${message} ${hint}`);

function emptyWords(isLoading: boolean, isRead: boolean, hasHidden: boolean): string {
  if (isLoading) return t('Reading…');
  if (!isRead) return '';
  return t(hasHidden ? 'There are only hidden files here.' : 'This folder is empty.');
}
