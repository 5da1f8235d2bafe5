/** Keeps the order of input while the text of a paste is fetched or asked about. */
export interface PasteQueue<T> {
  /** Typed input: passed on at once, or after the pastes that were begun before it. */
  readonly type: (data: T) => void;
  /** A paste: `fetch` gives the text, or null if there will be none. It never rejects. */
  readonly paste: (fetch: () => Promise<string | null>) => void;
}

/** `send` gets typed data, `insert` pasted text, each in the order in which the user began them. */
export function createPasteQueue<T>(send: (data: T) => void, insert: (text: string) => void): PasteQueue<T> {
  const waiting: (() => Promise<void> | void)[] = [];
  let busy = false;

  const drain = async () => {
    busy = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
    busy = false;
  };

  return {
    type: (data) => {
      if (busy) waiting.push(() => send(data));
      else send(data);
    },
    paste: (fetch) => {
      waiting.push(async () => {
        const text = await fetch();
        if (text !== null && text !== '') insert(text);
      });
      if (!busy) void drain();
    },
  };
}
