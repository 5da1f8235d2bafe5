import { ArrowUp, FolderOpen, RefreshCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { sentenceOf } from '#contract/failure.ts';
import { type FileEntry, isFolder } from '#contract/files/files.ts';
import type { LocalFolder } from '#contract/files/local-files.ts';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { ContextMenu, type MenuPlace } from '../ui/menus/context-menu.tsx';
import { fileKeys } from './file-keys.ts';
import { FileList } from './file-list.tsx';
import { emptyWords } from './file-words.ts';
import styles from './files-panel.module.css';
import { type DraggedHere, type LocalStore, shownFolder } from './local-store.ts';
import { type Column, sorted, visible } from './sort.ts';
import { Splitter } from './splitter.tsx';
import { localFiles, remoteFiles } from './use-entry-drag.tsx';

interface LocalSideProps {
  readonly local: LocalStore;
  readonly isBeside: boolean;
  readonly showsHidden: boolean;
  /** Null while there is no folder of the server to upload to. */
  readonly onUpload: ((files: DraggedHere) => void) | null;
  /** What is dragged from the server was dropped on this folder. */
  readonly onDownload: (to: LocalFolder) => void;
}

const columns: readonly Column[] = ['name', 'size', 'modified'];

/** CSS pixels: beside it the other two columns have room in the panel as it is at first. */
const minNameWidth = 120;

/** CSS pixels: the row of buttons with three files below it, and the name of one. */
const minHeight = 96;
const minWidth = 200;

/** A folder of this computer, under or beside that of the server: what is dragged from one to the other is transferred. */
export function LocalSide({ local, isBeside, showsHidden, onUpload, onDownload }: LocalSideProps) {
  const state = useStore(local.store);
  const { folder, listing, failure, isLoading, sort, grant } = state;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const entries = useMemo(
    () => sorted(visible(listing?.entries ?? [], showsHidden), sort),
    [listing, showsHidden, sort],
  );
  const selected = entries.filter(({ name }) => chosen.has(name));
  const here = shownFolder(state);
  const path = listing?.shownPath ?? grant?.shownPath ?? '';

  const go = (to: readonly string[]) => {
    setChosen(new Set());
    void local.go(to);
  };
  const up = () => folder.length > 0 && go(folder.slice(0, -1));
  const choose = async () => {
    setChosen(new Set());
    await local.choose();
  };
  const upload = (files: readonly FileEntry[]) =>
    here !== null && files.length > 0 && onUpload?.({ from: here, entries: files });
  const performKey = (key: string): boolean => {
    if (key === fileKeys.up) up();
    else if (key === fileKeys.refresh) void local.refresh();
    else return false;
    return true;
  };
  const cannotUpload = onUpload === null || selected.length === 0;

  return (
    <section
      className={styles.local}
      aria-label={t('This computer')}
      style={{ flexBasis: isBeside ? state.width : state.height }}
    >
      <Splitter
        label={t('Size of {name}', { name: t('This computer') })}
        {...(isBeside
          ? { orientation: 'vertical', size: state.width, min: minWidth, max: Math.round(innerWidth / 2) }
          : { orientation: 'horizontal', size: state.height, min: minHeight, max: Math.round(innerHeight / 2) })}
        onSize={(size) => local.set(isBeside ? { width: size } : { height: size })}
      />
      <div className={styles.path}>
        <Button variant="quiet" aria-label={t('Up')} isDisabled={folder.length === 0} onPress={up}>
          <ArrowUp aria-hidden />
        </Button>
        <Button variant="quiet" aria-label={t('Refresh')} onPress={() => void local.refresh()}>
          <RefreshCw aria-hidden />
        </Button>
        <span className={styles.shown} title={path}>
          <bdi dir="ltr">{path}</bdi>
        </span>
        <Button isDisabled={cannotUpload} onPress={() => upload(selected)}>
          {t('Upload')}
        </Button>
        <Button variant="quiet" aria-label={t('Choose Folder…')} onPress={() => void choose()}>
          <FolderOpen aria-hidden />
        </Button>
      </div>
      {failure === null ? null : (
        <p role="alert" className={styles.failure}>
          {sentenceOf(failure)}
        </p>
      )}
      <FileList
        label={t('Files of this computer')}
        columns={columns}
        minNameWidth={minNameWidth}
        entries={entries}
        sort={sort}
        onSort={(wanted) => local.set({ sort: wanted })}
        selected={chosen}
        onSelect={setChosen}
        onOpen={(entry) => (isFolder(entry) ? go([...folder, entry.name]) : upload([entry]))}
        drag={{
          as: localFiles,
          takes: [remoteFiles],
          onDrag: (dragging) =>
            local.set({ dragged: dragging === null || here === null ? null : { from: here, entries: dragging } }),
          onDrop: (into) =>
            here !== null && onDownload(into === null ? here : { ...here, folder: [...folder, into.name] }),
        }}
        onMenu={setMenuAt}
        onKey={performKey}
        empty={emptyWords(isLoading, listing)}
      />
      {menuAt === null ? null : (
        <ContextMenu
          label={t('Files of this computer')}
          place={menuAt}
          entries={[
            { label: t('Upload'), isDisabled: cannotUpload, onAction: () => upload(selected) },
            { label: t('Choose Folder…'), onAction: () => void choose() },
          ]}
          onClose={() => setMenuAt(null)}
        />
      )}
    </section>
  );
}
