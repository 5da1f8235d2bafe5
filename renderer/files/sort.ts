import { type FileEntry, isFolder, type RemoteEntry } from '#contract/files/files.ts';

export const columns = ['name', 'size', 'modified', 'mode', 'owner'] as const;
export type Column = (typeof columns)[number];

/** What a list shows of an entry: permissions and owners of the server's alone. */
export type ListedEntry = FileEntry & Partial<RemoteEntry>;

export interface Sort {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

const names = new Intl.Collator(undefined, { numeric: true });

const compare: Readonly<Record<Column, (a: ListedEntry, b: ListedEntry) => number>> = {
  name: (a, b) => names.compare(a.name, b.name),
  size: (a, b) => a.size - b.size,
  modified: (a, b) => a.modifiedAt - b.modifiedAt,
  mode: (a, b) => (a.mode ?? 0) - (b.mode ?? 0),
  owner: (a, b) => names.compare(`${a.owner} ${a.group}`, `${b.owner} ${b.group}`),
};

/** Folders first, whatever the order; names decide between what is alike. */
export function sorted<E extends ListedEntry>(entries: readonly E[], { column, direction }: Sort): readonly E[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...entries].sort(
    (a, b) =>
      Number(isFolder(b)) - Number(isFolder(a)) || sign * compare[column](a, b) || names.compare(a.name, b.name),
  );
}

/** What the list shows of a folder. */
export const visible = <E extends ListedEntry>(entries: readonly E[], showsHidden: boolean): readonly E[] =>
  showsHidden ? entries : entries.filter(({ name }) => !name.startsWith('.'));
