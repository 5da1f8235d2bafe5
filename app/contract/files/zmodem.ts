import type { FileFacts } from './files.ts';

/** What a program at the server and this one do by Zmodem, in the terminal's own channel. */
export type ZmodemStatus = ZmodemQuestion | ZmodemProgress;

/** Names and hosts are made fit to show. `questionId` is of this question alone. */
export type ZmodemQuestion = { readonly questionId: string } & (
  | {
      /** `sz` offers files: `receive`, `choose` another folder, `refuse` or `never`. */
      readonly kind: 'offered';
      readonly host: string;
      /** The first of them. */
      readonly name: string;
      readonly files: number;
      /** Of all of them, as the server says; null where it doesn't. */
      readonly totalBytes: number | null;
      /** Where they would go. */
      readonly folder: string;
    }
  /** `rz` waits for files: `choose`, `refuse` or `never`, or what is dropped (`session.send-dropped`). */
  | { readonly kind: 'wanted'; readonly host: string }
  /** A file of the name is there: `overwrite`, `skip` or `rename`, or one of these for all that are there. */
  | { readonly kind: 'exists'; readonly name: string; readonly from: FileFacts; readonly to: FileFacts }
);

export interface ZmodemProgress {
  readonly kind: 'receiving' | 'sending';
  /** Empty before the first file. */
  readonly name: string;
  /** Which of how many it is, 1 for the first; as far as is known. */
  readonly file: number;
  readonly files: number;
  /** Of this file; null where its size is not known. */
  readonly bytes: number;
  readonly totalBytes: number | null;
  readonly bytesPerSecond: number;
  /** It was given up, and waits for the server to be done. */
  readonly isStopping: boolean;
}

export const zmodemAnswers = [
  'receive',
  'choose',
  'refuse',
  'never',
  'overwrite',
  'skip',
  'rename',
  'overwrite-all',
  'skip-all',
  'rename-all',
] as const;
export type ZmodemAnswer = (typeof zmodemAnswers)[number];
