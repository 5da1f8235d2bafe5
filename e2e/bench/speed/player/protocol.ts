/** What the bench tells the player in a session: a line of JSON each. */
export type Order =
  /** Prints the file, and asks the terminal for its cursor: a terminal that answers has read all. */
  | { readonly kind: 'play'; readonly file: string }
  /** Prints the file again and again, as `cat` does, until Ctrl+C or `rest`. */
  | { readonly kind: 'flood'; readonly file: string }
  /** Prints each key that comes in at one place of a screen that is empty otherwise. */
  | { readonly kind: 'echo' }
  /** The same, on a screen on which the file runs through all lines below. */
  | { readonly kind: 'echo-in-flood'; readonly file: string }
  /** Does nothing more. */
  | { readonly kind: 'rest' };

/** What the player tells, likewise. */
export type Report =
  | { readonly kind: 'here'; readonly columns: number; readonly rows: number }
  /** `ms`: from the first byte printed to the answer. */
  | { readonly kind: 'played'; readonly ms: number }
  | { readonly kind: 'flooding' }
  | { readonly kind: 'echoing' }
  | { readonly kind: 'resting' };

/** Calls back with each line of JSON in what comes in pieces. */
export function lineReader<T>(onMessage: (message: T) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onMessage(JSON.parse(line) as T);
  };
}
