import { type Result, success } from '#contract/failure.ts';
import type { FileHandle, RemoteFiles } from '../../session/ports/remote-files.ts';
import type { LocalFile } from '../local/local-file.ts';

/** What is compared before a file is gone on with, bytes. */
const tailBytes = 32 * 1024;

/** Whether both have the same bytes before `position`: then what follows may be added there. */
export async function isSameBefore(
  files: RemoteFiles,
  handle: FileHandle,
  local: LocalFile,
  position: number,
): Promise<Result<boolean>> {
  const length = Math.min(tailBytes, position, files.chunkBytes);
  const [ours, theirs] = [Buffer.alloc(length), Buffer.alloc(length)];
  const answer = await files.read(handle, theirs, position - length);
  if (!answer.ok) return answer;
  const bytesRead = await local.read(ours, position - length);
  return success(answer.value === length && bytesRead === length && ours.equals(theirs));
}
