import type { BenchPackage } from './packages.ts';
import type { Row, RowId } from './row.ts';

/** Something that is measured in one go, and gives one row or several. */
export interface Measurement {
  /** The rows that it gives, for `--only`. */
  readonly ids: readonly RowId[];
  readonly title: string;
  /** How, with the commands of the peers, for the page: Markdown. */
  readonly method: string;
  /** Without one of these it cannot run at all. */
  readonly needs: readonly BenchPackage[];
  /** Peers that are named as absent where they are not there: `whyAbsent` of the request. */
  readonly wants: readonly BenchPackage[];
  /** On an idle machine, for the time left. */
  readonly seconds: { readonly full: number; readonly small: number };
  readonly run: (request: MeasureRequest) => Promise<readonly Row[]>;
}

export interface MeasureRequest {
  /** Of each contestant. */
  readonly runs: number;
  /** Sizes only to see that it works. */
  readonly small: boolean;
  /** Aborted by Ctrl+C: reject soon, with all stopped and removed that was started. */
  readonly signal: AbortSignal;
  /** `share`: 0 to 1 of this measurement is done. */
  readonly onProgress: (share: number, text: string) => void;
  /** Why a program of `wants` is not there, as a sentence; null if it is. */
  readonly whyAbsent: (name: BenchPackage) => string | null;
}
