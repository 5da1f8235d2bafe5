import { type FileEntry, isFolder, type Listing, type RemoteEntry } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import type { MenuEntry } from '../ui/menus/menu-items.tsx';
import { fileKeys } from './file-keys.ts';

/** A folder of the server; `shown` is its name made fit to show. */
export interface Folder {
  readonly path: string;
  readonly shown: string;
}

/** What is asked before something is done with files. */
export type FileQuestion =
  | { readonly kind: 'new-folder' }
  | { readonly kind: 'rename'; readonly entry: RemoteEntry }
  | { readonly kind: 'move'; readonly entries: readonly RemoteEntry[]; readonly to: Folder }
  | { readonly kind: 'mode'; readonly entries: readonly RemoteEntry[] }
  | { readonly kind: 'delete'; readonly entries: readonly RemoteEntry[] };

export interface FileActions {
  readonly open: (entry: RemoteEntry) => void;
  readonly edit: (entry: RemoteEntry) => void;
  readonly download: (entries: readonly RemoteEntry[]) => void;
  readonly upload: (what: 'files' | 'folder') => void;
  /** Types their paths into the terminal. */
  readonly type: (entries: readonly RemoteEntry[]) => void;
  readonly ask: (question: FileQuestion) => void;
}

/** Where this computer's folder is shown: its name, and what downloads the entries to it. */
export interface DownloadHere {
  readonly folder: string;
  readonly onDownload: () => void;
}

/** What can be done with these entries of a folder: for the menu of the list, and for the button that drops it down. */
export function entryMenu(
  folder: string | null,
  entries: readonly RemoteEntry[],
  actions: FileActions,
  toHere: DownloadHere | null,
): readonly MenuEntry[] {
  const [first] = entries;
  const one = first !== undefined && entries.length === 1 ? first : null;
  const none = entries.length === 0;
  return [
    {
      label: t('Edit'),
      isDisabled: one === null || isFolder(one) || one.kind === 'other',
      onAction: () => one !== null && actions.edit(one),
    },
    { label: t('Download…'), isDisabled: none, onAction: () => actions.download(entries) },
    ...(toHere === null
      ? []
      : [
          {
            label: t('Download to {folder}', { folder: toHere.folder }),
            isDisabled: none,
            onAction: toHere.onDownload,
          },
        ]),
    { label: t('Type Path'), isDisabled: none, onAction: () => actions.type(entries) },
    {
      label: t('Rename…'),
      shortcut: fileKeys.rename,
      isDisabled: one === null,
      onAction: () => one !== null && actions.ask({ kind: 'rename', entry: one }),
    },
    { label: t('Permissions…'), isDisabled: none, onAction: () => actions.ask({ kind: 'mode', entries }) },
    {
      label: t('Delete…'),
      shortcut: fileKeys.delete,
      isDisabled: none,
      onAction: () => actions.ask({ kind: 'delete', entries }),
    },
    { label: t('New Folder…'), isDisabled: folder === null, onAction: () => actions.ask({ kind: 'new-folder' }) },
  ];
}

/** A path of the server, in one of its folders. */
export const pathIn = (folder: string, name: string): string =>
  folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;

export const pathsIn = (folder: string, entries: readonly RemoteEntry[]): readonly string[] =>
  entries.map(({ name }) => pathIn(folder, name));

/** The path that was typed over that of a folder; `~` is the folder that a login begins in, as relative paths are to SFTP. */
export function pathTyped(typed: string, shown: Pick<Listing, 'path' | 'shownPath'> | null): string {
  if (typed === '~') return '.';
  if (typed.startsWith('~/')) return `.${typed.slice(1)}`;
  if (shown === null || typed.startsWith('/')) return typed === shown?.shownPath ? shown.path : typed;
  return pathIn(shown.path, typed);
}

export const folderAbove = (path: string): string => path.split('/').slice(0, -1).join('/') || '/';

/** "notes.txt", or "3 entries". */
export const namesOf = (entries: readonly Pick<FileEntry, 'shownName'>[]): string =>
  entries.length === 1 ? (entries[0]?.shownName ?? '') : t('{count} entries', { count: entries.length });
