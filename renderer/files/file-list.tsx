import { File, FileSymlink, Folder, FolderSymlink, GripVertical, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type ReactElement, useMemo } from 'react';
import {
  Button,
  Cell,
  Column,
  type Key,
  ResizableTableContainer,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { type FileEntry, isFolder } from '#contract/files/files.ts';
import { english, t } from '#contract/language/language.ts';
import { useLanguage } from '../ui/language.ts';
import { remToPixels } from '../ui/rem.ts';
import styles from './file-list.module.css';
import { modeWords, sizeWords, timeWords } from './file-words.ts';
import type { Column as ColumnName, ListedEntry, Sort } from './sort.ts';
import { type EntryDrag, useEntryDrag } from './use-entry-drag.tsx';
import { useRowEnds } from './use-row-ends.ts';

interface FileListProps<E extends ListedEntry> {
  readonly label: string;
  /** They stay the same. */
  readonly columns: readonly ColumnName[];
  /** CSS pixels; the name has what is left, and where that is less, the other columns scroll into sight. */
  readonly minNameWidth: number;
  readonly entries: readonly E[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Names; `null` stands for all of them. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (names: ReadonlySet<string>) => void;
  /** An entry was double-clicked, or Enter was pressed on it. */
  readonly onOpen: (entry: E) => void;
  readonly drag: EntryDrag<E>;
  /** The context menu of the selection is asked for, at this place of the window. */
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
  /** A key alone was pressed; true if it stands for something. */
  readonly onKey: (key: string) => boolean;
  /** What is said where there is nothing to show. */
  readonly empty: string;
}

/** Height of each row; the style sheet says the same. */
const rowRem = 1.5;

const titles: Readonly<Record<ColumnName, string>> = english({
  name: 'Name',
  size: 'Size',
  modified: 'Modified',
  mode: 'Permissions',
  owner: 'Owner',
});

/** CSS pixels. */
const widths: Readonly<Record<Exclude<ColumnName, 'name'>, number>> = { size: 76, modified: 128, mode: 96, owner: 110 };

/** A folder of the server or of this computer: only the rows in sight are drawn. */
export function FileList<E extends ListedEntry>(props: FileListProps<E>) {
  const {
    label,
    columns,
    minNameWidth,
    entries,
    sort,
    onSort,
    selected,
    onSelect,
    onOpen,
    drag,
    onMenu,
    onKey,
    empty,
  } = props;
  const byName = useMemo(() => new Map(entries.map((entry) => [entry.name, entry])), [entries]);
  const ends = useRowEnds(useEntryDrag(byName, drag));
  // As it is: it knows where a choice by Shift began, and to copy it costs time where thousands are chosen.
  const select = (keys: Selection) => onSelect(keys === 'all' ? new Set(byName.keys()) : (keys as ReadonlySet<string>));
  const open = (key: Key) => {
    const entry = byName.get(String(key));
    if (entry !== undefined) onOpen(entry);
  };
  const handleMenu = (event: MouseEvent) => {
    event.preventDefault();
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row][data-key]') : null;
    const name = row?.getAttribute('data-key') ?? undefined;
    if (name !== undefined && byName.has(name) && !selected.has(name)) onSelect(new Set([name]));
    const place = row?.getBoundingClientRect();
    // The keyboard's menu key tells no place.
    if (event.clientX > 0 || place === undefined) onMenu({ x: event.clientX, y: event.clientY });
    else onMenu({ x: place.left + 24, y: place.bottom });
  };

  const handleKey = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const isAlone = !(altKey || ctrlKey || metaKey || shiftKey);
    if (!ends.onKey(event) && !(isAlone && onKey(key))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Kept while the entries are: what is chosen does not make thousands of rows anew. */
  const body = useMemo(
    () => (
      <TableBody items={entries} renderEmptyState={() => <p className={styles.empty}>{empty}</p>}>
        {(entry) => <FileRow id={entry.name} entry={entry} columns={columns} />}
      </TableBody>
    ),
    [entries, empty, columns],
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches what goes to the table in it
    <div className={styles.around} onContextMenu={handleMenu} onKeyDownCapture={handleKey}>
      <ResizableTableContainer className={styles.container ?? ''}>
        <Virtualizer
          layout={TableLayout}
          layoutOptions={{ rowHeight: remToPixels(rowRem), headingHeight: remToPixels(rowRem) }}
        >
          <Table
            aria-label={label}
            selectionMode="multiple"
            selectionBehavior="replace"
            selectedKeys={selected}
            onSelectionChange={select}
            onRowAction={open}
            dragAndDropHooks={ends.hooks}
            sortDescriptor={sort}
            onSortChange={({ column, direction }) => onSort({ column: column as ColumnName, direction })}
            className={styles.table ?? ''}
          >
            <TableHeader className={styles.header ?? ''}>
              {columns.map((name) => (
                <Column
                  key={name}
                  id={name}
                  isRowHeader={name === 'name'}
                  allowsSorting
                  {...(name === 'name' ? { minWidth: minNameWidth, defaultWidth: '1fr' } : { width: widths[name] })}
                  className={styles.column ?? ''}
                >
                  {({ sortDirection }) => (
                    <>
                      {t(titles[name])}
                      <span aria-hidden>
                        {sortDirection === undefined ? '' : sortDirection === 'ascending' ? ' ▴' : ' ▾'}
                      </span>
                    </>
                  )}
                </Column>
              ))}
            </TableHeader>
            {body}
          </Table>
        </Virtualizer>
      </ResizableTableContainer>
    </div>
  );
}

interface FileRowProps {
  readonly id: string;
  readonly entry: ListedEntry;
  readonly columns: readonly ColumnName[];
}

/** The table takes the id from here, before it is drawn. */
function FileRow({ id, entry, columns }: FileRowProps) {
  return (
    <Row id={id} textValue={entry.shownName} className={styles.row ?? ''}>
      {columns.map((column) => cells[column](entry))}
    </Row>
  );
}

const cells: Readonly<Record<ColumnName, (entry: ListedEntry) => ReactElement>> = {
  name: (entry) => {
    const Icon = iconOf(entry);
    return (
      // A click focuses the cell, and not the grip, which would take Enter for itself.
      <Cell key="name" focusMode="cell" className={styles.name ?? ''}>
        <Icon aria-hidden className={isFolder(entry) ? styles.folder : styles.file} />
        <span className={styles.text}>{entry.shownName}</span>
        <Grip name={entry.shownName} />
      </Cell>
    );
  },
  size: (entry) => (
    <Cell key="size" className={styles.number ?? ''}>
      {isFolder(entry) ? '' : sizeWords(entry.size)}
    </Cell>
  ),
  modified: (entry) => (
    <Cell key="modified" className={styles.cell ?? ''}>
      {timeWords(entry.modifiedAt)}
    </Cell>
  ),
  mode: ({ kind, mode = 0 }) => (
    <Cell key="mode" className={styles.mode ?? ''}>
      {modeWords({ kind, mode })}
    </Cell>
  ),
  owner: ({ owner, group }) => <Cell key="owner" className={styles.cell ?? ''}>{`${owner} ${group}`}</Cell>,
};

/** It stands in a row, which is not drawn anew for another language. */
function Grip({ name }: { readonly name: string }) {
  useLanguage();
  return (
    <Button slot="drag" aria-label={t('Drag {name}', { name })} className={styles.grip ?? ''}>
      <GripVertical aria-hidden />
    </Button>
  );
}

function iconOf(entry: FileEntry): LucideIcon {
  if (entry.kind === 'link') return isFolder(entry) ? FolderSymlink : FileSymlink;
  return entry.kind === 'folder' ? Folder : File;
}
