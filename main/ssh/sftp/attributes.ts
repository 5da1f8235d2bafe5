import { constants } from 'node:fs';
import type { FileKind } from '#contract/files/files.ts';
import type { FileAttributes, FolderEntry } from '../../session/ports/remote-files.ts';
import type { Decoder } from '../encoding.ts';
import { harmlessLine } from '../sanitise.ts';
import { attributeFlags } from './messages.ts';

/** ATTRS (draft-ietf-secsh-filexfer-02, 5); servers may leave each of them out. */
export interface SentAttributes {
  readonly size?: number;
  readonly userId?: number;
  readonly groupId?: number;
  readonly mode?: number;
  readonly modifiedAt?: number;
}

/** A name as SSH_FXP_NAME has it. */
export interface SentName {
  readonly name: string;
  readonly longName: string;
  readonly attributes: SentAttributes;
}

export function readAttributes(reader: Decoder): SentAttributes {
  const flags = reader.uint32();
  const has = (flag: number) => (flags & flag) !== 0;
  const size = has(attributeFlags.size) ? { size: Number(reader.uint64()) } : {};
  const owner = has(attributeFlags.owner) ? { userId: reader.uint32(), groupId: reader.uint32() } : {};
  const permissions = has(attributeFlags.permissions) ? { mode: reader.uint32() } : {};
  if (has(attributeFlags.times)) reader.uint32(); // when it was read last
  const times = has(attributeFlags.times) ? { modifiedAt: reader.uint32() } : {};
  if (has(attributeFlags.extended)) {
    for (let left = reader.uint32(); left > 0; left -= 1) {
      reader.string();
      reader.string();
    }
  }
  return { ...size, ...owner, ...permissions, ...times };
}

const kinds: ReadonlyMap<number, FileKind> = new Map([
  [constants.S_IFREG, 'file'],
  [constants.S_IFDIR, 'folder'],
  [0o120_000, 'link'],
]);

/** A file without a type is taken for a plain one. */
export const attributesOf = ({ mode, size, modifiedAt }: SentAttributes): FileAttributes => ({
  kind: mode === undefined || (mode & 0o170_000) === 0 ? 'file' : (kinds.get(mode & 0o170_000) ?? 'other'),
  size: size ?? 0,
  modifiedAt: modifiedAt ?? 0,
  mode: (mode ?? 0) & 0o7777,
});

/** The line that `ls -l` would print, as OpenSSH sends it: it alone has the names of owner and group. */
const longNameParts = /^[-a-z][-rwxsStT]{9}\S*\s+\S+\s+(\S+)\s+(\S+)\s/;

export function entryOf({ name, longName, attributes }: SentName): FolderEntry {
  const named = longNameParts.exec(longName);
  return {
    ...attributesOf(attributes),
    name,
    owner: harmlessLine(named?.[1] ?? String(attributes.userId ?? '')),
    group: harmlessLine(named?.[2] ?? String(attributes.groupId ?? '')),
  };
}
