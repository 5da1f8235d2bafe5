import { isFolder, type RemoteEntry } from '#contract/files.ts';

export const columns = ['name', 'size', 'modified', 'mode', 'owner'] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

const names = new Intl.Collator(undefined, { numeric: true });

const compare: Readonly<Record<Column, (a: RemoteEntry, b: RemoteEntry) => number>> = {
  name: (a, b) => names.compare(a.name, b.name),
  size: (a, b) => a.size - b.size,
  modified: (a, b) => a.modifiedAt - b.modifiedAt,
  mode: (a, b) => a.mode - b.mode,
  owner: (a, b) => names.compare(`${a.owner} ${a.group}`, `${b.owner} ${b.group}`),
};

/** Folders first, whatever the order; names decide between what is alike. */
export function sorted(entries: readonly RemoteEntry[], { column, direction }: Sort): readonly RemoteEntry[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...entries].sort(
    (a, b) =>
      Number(isFolder(b)) - Number(isFolder(a)) || sign * compare[column](a, b) || names.compare(a.name, b.name),
  );
}

/** What the list shows of a folder. */
export const visible = (entries: readonly RemoteEntry[], showsHidden: boolean): readonly RemoteEntry[] =>
  showsHidden ? entries : entries.filter(({ name }) => !name.startsWith('.'));
