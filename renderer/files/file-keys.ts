import type { RemoteEntry } from '#contract/files/files.ts';
import type { FileActions } from './file-actions.ts';

/** The keys of file managers in a list of files. */
export const fileKeys = { rename: 'F2', delete: 'Delete', refresh: 'F5', up: 'Backspace' } as const;

export interface FileMoves {
  readonly up: () => void;
  readonly refresh: () => void;
}

/** Does what a key stands for; false for a key that stands for nothing here. */
export function performFileKey(
  key: string,
  chosen: readonly RemoteEntry[],
  { ask, up, refresh }: Pick<FileActions, 'ask'> & FileMoves,
): boolean {
  const [first] = chosen;
  switch (key) {
    case fileKeys.rename:
      if (first !== undefined && chosen.length === 1) ask({ kind: 'rename', entry: first });
      return true;
    case fileKeys.delete:
      if (first !== undefined) ask({ kind: 'delete', entries: chosen });
      return true;
    case fileKeys.refresh:
      refresh();
      return true;
    case fileKeys.up:
      up();
      return true;
    default:
      return false;
  }
}
