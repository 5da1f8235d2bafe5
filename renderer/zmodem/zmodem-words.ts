import type { ZmodemProgress, ZmodemQuestion } from '#contract/zmodem.ts';
import { durationWords, sizeWords } from '../files/file-words.ts';

type Offered = Extract<ZmodemQuestion, { readonly kind: 'offered' }>;

export const offeredTitle = ({ files, host }: Offered): string =>
  files === 1 ? `Receive a file from ${host}?` : `Receive ${files} files from ${host}?`;

/** "a.txt and 2 more, 3.0 MB". */
export function offeredWords({ name, files, totalBytes }: Offered): string {
  const more = files === 1 ? '' : ` and ${files - 1} more`;
  return `${name}${more}${totalBytes === null ? '' : `, ${sizeWords(totalBytes)}`}`;
}

/** "Receiving a.txt (2 of 3)". */
export function progressTitle({ kind, name, file, files, isStopping }: ZmodemProgress): string {
  const verb = kind === 'receiving' ? 'Receiving' : 'Sending';
  if (isStopping) return `${verb} ends…`;
  return `${verb} ${name}${files > 1 ? ` (${file} of ${files})` : ''}`;
}

/** "1.0 MB of 3.0 MB · 500 KB/s · 4 s left". */
export function progressWords({ bytes, totalBytes, bytesPerSecond }: ZmodemProgress): string {
  const done = totalBytes === null ? sizeWords(bytes) : `${sizeWords(bytes)} of ${sizeWords(totalBytes)}`;
  if (bytesPerSecond === 0) return done;
  const left = totalBytes === null ? '' : ` · ${durationWords(Math.max(0, totalBytes - bytes) / bytesPerSecond)} left`;
  return `${done} · ${sizeWords(bytesPerSecond)}/s${left}`;
}

/** 0 to 1; null where it is not known. */
export function fractionDone({ bytes, totalBytes }: ZmodemProgress): number | null {
  if (totalBytes === null) return null;
  return totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
}
