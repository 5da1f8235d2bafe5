import type { ClientName } from './clients/client.ts';
import { type Fault, type FaultResult, isKept, laterThanSsh } from './fault.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';

/** What became of one fault in all its runs. */
export interface FaultSummary {
  readonly fault: Fault;
  /** Those that were to be measured; 0 where this machine can't make the fault. */
  readonly runs: number;
  /** Those in which all was as expected, and Holdfast was in time. */
  readonly keptRuns: number;
  /** Null where no run was measured. */
  readonly clients: Readonly<Record<ClientName, ClientSummary>> | null;
  /** By how much Holdfast was later than ssh at most, in the same moment; null where that says nothing. Seconds. */
  readonly latestThanSshSeconds: number | null;
  /** Why runs were not measured, each reason once. */
  readonly reasons: readonly string[];
}

export interface ClientSummary {
  /** With the number of runs, the most frequent first. */
  readonly outcomes: Counted<OutcomeKind>;
  readonly verdicts: Counted<Verdict>;
  /** Medians of the runs in which it happened; null where it never did. */
  readonly noticedAfterSeconds: number | null;
  readonly backAfterSeconds: number | null;
  /** What its user reads, in a run with the most frequent verdict. */
  readonly says: string | null;
}

export interface Verdict {
  readonly kind: string | null;
  readonly confidence: string | null;
}

export type Counted<T> = readonly { readonly what: T; readonly runs: number }[];

type Measured = Extract<FaultResult, { readonly kind: 'measured' }>;

/** One for each fault, in the order of their first results. */
export function summariesOf(results: readonly FaultResult[]): readonly FaultSummary[] {
  const faults = [...new Map(results.map(({ fault }) => [fault.id, fault])).values()];
  return faults.map((fault) =>
    summaryOf(
      fault,
      results.filter((result) => result.fault.id === fault.id),
    ),
  );
}

/** Whether everything that a fault's runs promise is kept; what could not run breaks no promise. */
export const isAllKept = ({ runs, keptRuns }: FaultSummary): boolean => keptRuns === runs;

function summaryOf(fault: Fault, results: readonly FaultResult[]): FaultSummary {
  const tried = results.filter(({ kind }) => kind !== 'not-run');
  const measured = results.filter((result) => result.kind === 'measured');
  const later = measured.map(laterThanSsh).filter((seconds) => seconds !== null);
  const reasons = results.flatMap((result) => (result.kind === 'measured' ? [] : [result.reason]));
  return {
    fault,
    runs: tried.length,
    keptRuns: tried.filter(isKept).length,
    clients: measured.length === 0 ? null : clientsOf(measured),
    latestThanSshSeconds: later.length === 0 ? null : Math.max(...later),
    reasons: [...new Set(reasons)],
  };
}

const clientsOf = (measured: readonly Measured[]) => ({
  holdfast: clientOf(measured.map(({ outcomes }) => outcomes.holdfast)),
  ssh: clientOf(measured.map(({ outcomes }) => outcomes.ssh)),
  plink: clientOf(measured.map(({ outcomes }) => outcomes.plink)),
});

function clientOf(outcomes: readonly Outcome[]): ClientSummary {
  const verdicts = counted(outcomes.map(verdictOf));
  const [usual] = verdicts;
  const typical = outcomes.find((outcome) => verdictOf(outcome).kind === usual?.what.kind);
  return {
    outcomes: counted(outcomes.map(({ outcome }) => outcome)),
    verdicts,
    noticedAfterSeconds: medianOf(outcomes.map(({ noticedAfterSeconds }) => noticedAfterSeconds)),
    backAfterSeconds: medianOf(outcomes.map(({ backAfterSeconds }) => backAfterSeconds)),
    says: typical?.cause?.says ?? null,
  };
}

const verdictOf = ({ cause }: Outcome): Verdict => ({
  kind: cause?.verdict ?? null,
  confidence: cause?.confidence ?? null,
});

function counted<T>(all: readonly T[]): Counted<T> {
  const groups = new Map<string, { readonly what: T; readonly runs: number }>();
  for (const what of all) {
    const key = JSON.stringify(what);
    groups.set(key, { what, runs: (groups.get(key)?.runs ?? 0) + 1 });
  }
  return [...groups.values()].toSorted((one, other) => other.runs - one.runs);
}

function medianOf(all: readonly (number | null)[]): number | null {
  const sorted = all.filter((seconds) => seconds !== null).toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
