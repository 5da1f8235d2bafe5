import type { ClientName, ClientSettings } from './clients/client.ts';
import type { Outcome } from './outcome.ts';
import type { PathNeed } from './scene/path.ts';
import type { Scene } from './scene/scene.ts';
import type { ServerNeed } from './scene/server.ts';

/** One fault of the list, and what Holdfast must do in it. */
export interface Fault {
  /** Its number in the list; a letter follows where the list's line has several sides. */
  readonly id: string;
  readonly name: string;
  /** What must happen to Holdfast's session, in the list's words. */
  readonly expectation: string;
  readonly path: PathNeed;
  readonly server: ServerNeed;
  readonly settings?: Partial<ClientSettings>;
  readonly fakeTime?: boolean;
  /** The server ends each session by a clock of its own: then who notices first says nothing. */
  readonly isEachApart?: boolean;
  /** Makes the fault and watches it; marks its beginning and, if it has one, its end. */
  readonly run: (scene: Scene) => Promise<void>;
  readonly isAsExpected: (holdfast: Outcome) => boolean;
}

/** Checks at the pace of the list's measurements: every 3 s, three unanswered ones count. */
export const commonSettings: ClientSettings = {
  keepaliveSeconds: 3,
  checkSeconds: 3,
  checkCount: 3,
  whenStalled: 'mark',
  whenLost: 'wait',
};

/** What became of a fault in this run. */
export type FaultResult =
  | {
      readonly kind: 'measured';
      readonly fault: Fault;
      readonly outcomes: Readonly<Record<ClientName, Outcome>>;
      /** Of Holdfast. */
      readonly isAsExpected: boolean;
    }
  /** This machine can't make it. */
  | { readonly kind: 'not-run'; readonly fault: Fault; readonly reason: string }
  /** It was to run, and something went wrong in the measuring. */
  | { readonly kind: 'failed'; readonly fault: Fault; readonly reason: string };

/** Holdfast must not be later than OpenSSH by more, at equal settings, in the same fault at the same moment. Seconds. */
export const allowedLaterSeconds = 0.5;

/** By how much Holdfast noticed the same moment later than OpenSSH; null unless both did. Negative: earlier. */
export function laterThanSsh({ fault, outcomes }: Extract<FaultResult, { readonly kind: 'measured' }>): number | null {
  const { holdfast, ssh } = outcomes;
  if (fault.isEachApart === true) return null;
  if (holdfast.noticedAfterSeconds === null || ssh.noticedAfterSeconds === null) return null;
  return Math.round((holdfast.noticedAfterSeconds - ssh.noticedAfterSeconds) * 100) / 100;
}

/** Whether everything that a result promises is kept; what could not run breaks no promise. */
export function isKept(result: FaultResult): boolean {
  switch (result.kind) {
    case 'measured':
      return result.isAsExpected && (laterThanSsh(result) ?? 0) <= allowedLaterSeconds;
    case 'not-run':
      return true;
    case 'failed':
      return false;
  }
}
