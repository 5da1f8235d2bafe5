import type { Failure, Result } from '#contract/failure.ts';
import { failed, success } from '#contract/failure.ts';
import type { Listing, RemoteEntry } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import type { FolderEntry, RemoteFiles } from '../session/ports/remote-files.ts';
import { harmlessLine } from '../ssh/sanitise.ts';
import { joinRemote } from './remote-path.ts';

/** Links of one folder whose ends are looked at; the others are shown as links that lead nowhere known. */
const maxLinks = 2000;

/** Reads a folder for the list; null is the one that a login begins in. */
export async function browse(files: RemoteFiles, path: string | null): Promise<Result<Listing>> {
  const real = await files.realPath(path ?? '.');
  if (!real.ok) return failed(unreadable(path ?? '~', real.failure));
  const listed = await files.list(real.value);
  if (!listed.ok) return failed(unreadable(real.value, listed.failure));
  const links = listed.value.filter(({ kind }) => kind === 'link').slice(0, maxLinks);
  const targets = new Map(
    await Promise.all(
      links.map(async (link) => {
        const target = await files.stat(joinRemote(real.value, link.name));
        return [link, target.ok ? target.value.kind : null] as const;
      }),
    ),
  );
  const entries = listed.value.map((entry) => shown(entry, targets.get(entry) ?? null));
  return success({ path: real.value, shownPath: harmlessLine(real.value), entries });
}

const shown = (entry: FolderEntry, target: RemoteEntry['target']): RemoteEntry => ({
  ...entry,
  shownName: harmlessLine(entry.name),
  target,
});

const unreadable = (path: string, failure: Failure): Failure =>
  failure.code === 'files-lost'
    ? failure
    : {
        ...failure,
        message: t("{path} can't be read: {message}", { path: harmlessLine(path), message: failure.message }),
      };
