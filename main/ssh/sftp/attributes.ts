import { constants } from 'node:fs';
import type { Attributes, FileEntryWithStats } from 'ssh2';
import type { FileKind } from '#contract/files.ts';
import type { FileAttributes, FolderEntry } from '../../session/remote-files.ts';
import { harmlessLine } from '../sanitise.ts';

const kinds: ReadonlyMap<number, FileKind> = new Map([
  [constants.S_IFREG, 'file'],
  [constants.S_IFDIR, 'folder'],
  [0o120_000, 'link'],
]);

/** Of SSH_FXP_ATTRS; servers may leave each of them out. A file without a type is taken for a plain one. */
export const attributesOf = ({ mode, size, mtime }: Partial<Attributes>): FileAttributes => ({
  kind: mode === undefined || (mode & 0o170_000) === 0 ? 'file' : (kinds.get(mode & 0o170_000) ?? 'other'),
  size: size ?? 0,
  modifiedAt: mtime ?? 0,
  mode: (mode ?? 0) & 0o7777,
});

/** The line that `ls -l` would print, as OpenSSH sends it: it alone has the names of owner and group. */
const longName = /^[-a-z][-rwxsStT]{9}\S*\s+\S+\s+(\S+)\s+(\S+)\s/;

export function entryOf({ filename, longname, attrs }: FileEntryWithStats): FolderEntry {
  const named = longName.exec(longname);
  return {
    ...attributesOf(attrs),
    name: filename,
    owner: harmlessLine(named?.[1] ?? String(attrs.uid ?? '')),
    group: harmlessLine(named?.[2] ?? String(attrs.gid ?? '')),
  };
}
