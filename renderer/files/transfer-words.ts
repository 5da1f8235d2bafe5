import { assertNever } from '#contract/failure.ts';
import type { Edit, Transfer } from '#contract/files.ts';
import { durationWords, sizeWords } from './file-words.ts';

/** What is said under the name of a transfer. */
export function transferWords(transfer: Transfer): string {
  const { state } = transfer;
  switch (state.kind) {
    case 'waiting':
      return 'Waiting for its turn';
    case 'running':
      return progressWords(transfer);
    case 'paused':
      return `Paused · ${doneWords(transfer)}`;
    case 'disconnected':
      return `Goes on when the session is connected again · ${doneWords(transfer)}`;
    case 'asking':
      return 'Waits for your answer';
    case 'done':
      return `Done · ${doneWords(transfer)}`;
    case 'failed':
      return state.failed > 1 ? `${state.failed} not done. ${state.failure.message}` : state.failure.message;
    case 'cancelled':
      return 'Cancelled';
    default:
      return assertNever(state);
  }
}

function progressWords(transfer: Transfer): string {
  const { bytesPerSecond, totalBytes, bytes } = transfer;
  if (bytesPerSecond === 0) return doneWords(transfer);
  const left = durationWords((totalBytes - bytes) / bytesPerSecond);
  return `${doneWords(transfer)} · ${sizeWords(bytesPerSecond)}/s · ${left} left`;
}

function doneWords({ kind, bytes, totalBytes, files, totalFiles }: Transfer): string {
  const counted = totalFiles === 1 ? '' : `${files} of ${totalFiles} files`;
  const sized = kind === 'delete' ? '' : `${sizeWords(bytes)} of ${sizeWords(totalBytes)}`;
  return [counted, sized].filter((words) => words !== '').join(' · ');
}

/** 0 to 1; by files where there are no bytes to count. */
export function fractionDone({ kind, bytes, totalBytes, files, totalFiles }: Transfer): number {
  const [part, whole] = kind === 'delete' || totalBytes === 0 ? [files, totalFiles] : [bytes, totalBytes];
  return whole === 0 ? 0 : Math.min(1, Math.max(0, part / whole));
}

export function editWords({ state }: Edit): string {
  switch (state.kind) {
    case 'opening':
      return 'Opening…';
    case 'open':
      return state.savedAt === null
        ? 'Open in its editor; sent back when it is saved there'
        : `Sent back at ${new Date(state.savedAt).toLocaleTimeString()}`;
    case 'saving':
      return 'Sending…';
    case 'conflict':
      return 'It was changed on the server too. Nothing was sent.';
    case 'failed':
      return state.failure.message;
    default:
      return assertNever(state);
  }
}
