import { failed, type Result } from '#contract/failure.ts';
import type { RemoteFiles } from '../session/ports/remote-files.ts';
import { joinRemote, nameOf } from './remote-path.ts';
import { inTheWay } from './transfers/conflict.ts';

/**
 * Moves a file or a folder into another folder of the server. A server is to refuse a name that is taken
 * (draft-ietf-secsh-filexfer-02, 6.5); as some take the other file away instead, it is looked for before.
 */
export async function moveInto(
  files: Pick<RemoteFiles, 'lstat' | 'rename'>,
  path: string,
  folder: string,
): Promise<Result<null>> {
  const to = joinRemote(folder, nameOf(path));
  const there = await files.lstat(to);
  if (there.ok) return failed(inTheWay());
  return there.failure.code === 'file-not-found' ? files.rename(path, to) : there;
}
