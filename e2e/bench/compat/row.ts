/** What a row is about; `--only` picks by it. */
export const groups = ['keys', 'agent', 'certificates', 'passwords', 'algorithms', 'ways', 'forwards'] as const;
export type Group = (typeof groups)[number];

/** One way in, with one key, at one server. */
export interface Row {
  readonly group: Group;
  readonly server: string;
  readonly method: string;
  /** Empty where no key of the user's has a part in it. */
  readonly key: string;
  /** Why Holdfast does not get in, as the end of a sentence; null where it must. */
  readonly refusal: string | null;
  readonly attempt: () => Promise<Attempts>;
}

export interface Attempts {
  readonly holdfast: Attempt;
  /** Null where OpenSSH has no such thing. */
  readonly ssh: Attempt | null;
}

export type Attempt =
  | {
      readonly kind: 'in';
      /** What it took beside the login itself, such as an option; null for nothing. */
      readonly after: string | null;
    }
  | { readonly kind: 'out'; readonly says: string };

export interface RowResult extends Attempts {
  readonly row: Row;
}

/** A row that fails without having said so before, or succeeds although it was not to, is not as expected. */
export const isAsExpected = ({ row, holdfast }: RowResult): boolean =>
  (holdfast.kind === 'in') === (row.refusal === null);

/** ssh gets in where Holdfast does not. */
export const isBehind = ({ holdfast, ssh }: RowResult): boolean => holdfast.kind === 'out' && ssh?.kind === 'in';
