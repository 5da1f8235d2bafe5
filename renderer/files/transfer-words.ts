import { assertNever } from '#contract/failure.ts';
import type { Edit, Transfer } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import { leftWords, sizeWords } from './file-words.ts';

/** What is said under the name of a transfer. */
export function transferWords(transfer: Transfer): string {
  const { state } = transfer;
  switch (state.kind) {
    case 'waiting':
      return t('Waiting for its turn');
    case 'running':
      return progressWords(transfer);
    case 'paused':
      return t('Paused · {done}', { done: doneWords(transfer) });
    case 'disconnected':
      return t('Goes on when the session is connected again · {done}', { done: doneWords(transfer) });
    case 'asking':
      return t('Waiting for your answer');
    case 'done':
      return t('Done · {done}', { done: doneWords(transfer) });
    case 'failed':
      return state.failed > 1
        ? t('{n} not done. {reason}', { n: state.failed, reason: state.failure.message })
        : state.failure.message;
    case 'cancelled':
      return t('Cancelled');
    default:
      return assertNever(state);
  }
}

function progressWords(transfer: Transfer): string {
  const { bytesPerSecond, totalBytes, bytes } = transfer;
  if (bytesPerSecond === 0) return doneWords(transfer);
  const left = leftWords((totalBytes - bytes) / bytesPerSecond);
  return t('{done} · {rate}/s · {left} left', { done: doneWords(transfer), rate: sizeWords(bytesPerSecond), left });
}

function doneWords({ kind, bytes, totalBytes, files, totalFiles }: Transfer): string {
  const counted = totalFiles === 1 ? '' : t('{files} of {totalFiles} files', { files, totalFiles });
  const sized =
    kind === 'delete' ? '' : t('{part} of {whole}', { part: sizeWords(bytes), whole: sizeWords(totalBytes) });
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
      return t('Opening…');
    case 'open':
      return state.savedAt === null
        ? t('Open in its editor; sent back when it is saved there')
        : t('Sent back at {time}', { time: new Date(state.savedAt).toLocaleTimeString() });
    case 'saving':
      return t('Sending…');
    case 'conflict':
      return t('It was changed on the server too. Nothing was sent.');
    case 'failed':
      return state.failure.message;
    default:
      return assertNever(state);
  }
}
