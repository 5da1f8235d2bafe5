/** Time, passed in so that tests can run hours in a moment. */
export interface Clock {
  /** Monotonic milliseconds: unmoved by changes of the system's clock. */
  readonly now: () => number;
  /** Calls back once after `ms`; the returned function cancels. */
  readonly after: (ms: number, callback: () => void) => Cancel;
}

export type Cancel = () => void;
