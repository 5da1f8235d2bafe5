import type { Failure } from '#contract/failure.ts';
import type { ConflictChoice, FileFacts } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import { harmlessLine } from '../../ssh/sanitise.ts';
import type { Tools } from './task.ts';

/** What the user said "for all" to, of the files that one action of theirs asked for. */
export interface Batch {
  forAll: ConflictChoice | null;
}

export const newBatch = (): Batch => ({ forAll: null });

/** What to do with a file that is in the way; null where the answer did not come before the task was to stop. */
export async function settleConflict(
  { ask }: Pick<Tools, 'ask'>,
  batch: Batch,
  name: string,
  from: FileFacts,
  to: FileFacts,
): Promise<ConflictChoice | null> {
  if (batch.forAll !== null) return batch.forAll;
  const answer = await ask({ name: harmlessLine(name), from: factsOf(from), to: factsOf(to) });
  if (answer === null) return batch.forAll;
  if (answer.forAll) batch.forAll = answer.choice;
  return answer.choice;
}

/** Where nothing may be replaced, and nobody is asked. */
export const inTheWay = (): Failure => ({
  code: 'file-failed',
  message: t('A file of that name is there already.'),
  retryable: true,
});

const factsOf = ({ size, modifiedAt }: FileFacts): FileFacts => ({ size, modifiedAt });
