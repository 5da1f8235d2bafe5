/** What was used of late. Losing it loses no setting. */
export interface Recents {
  /** Saved sessions and when each was last in use, wall clock in ms; the latest first. */
  readonly used: readonly UsedSession[];
  /** What was typed for quick connect, the latest first; at most {@link maxTyped}. */
  readonly typed: readonly string[];
}

export interface UsedSession {
  readonly name: string;
  readonly at: number;
}

export const maxTyped = 20;

/** Characters at most in what is typed for quick connect: a user name, a host name and a port. */
export const maxTypedLength = 400;
