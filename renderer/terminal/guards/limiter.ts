/** Passes the newest of many values on, no oftener than once per period. */
export interface Limiter<T> {
  readonly offer: (value: T) => void;
  readonly dispose: () => void;
}

/** `deliver` gets the first value at once, then the newest one each `periodMs`, the last one always. */
export function limit<T>(periodMs: number, deliver: (value: T) => void): Limiter<T> {
  let newest: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const settle = () => {
    timer = null;
    if (newest !== null) pass(newest.value);
  };
  const pass = (value: T) => {
    newest = null;
    timer = setTimeout(settle, periodMs);
    deliver(value);
  };

  return {
    offer: (value) => {
      if (timer === null) pass(value);
      else newest = { value };
    },
    dispose: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      newest = null;
    },
  };
}
