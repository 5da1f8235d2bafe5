import type { Header } from './protocol.ts';

/** Headers that came, for one who waits for them. */
export interface Mailbox {
  readonly put: (header: Header) => void;
  /** The oldest of them; null once the mailbox is closed. */
  readonly next: () => Promise<Header | null>;
  /** The oldest of them that came already. */
  readonly take: () => Header | null;
  readonly close: () => void;
}

export function createMailbox(): Mailbox {
  let headers: readonly Header[] = [];
  let isClosed = false;
  let waiting: ((header: Header | null) => void) | null = null;
  const take = () => {
    const [first = null, ...rest] = headers;
    headers = rest;
    return first;
  };
  const wake = () => {
    const resolve = waiting;
    waiting = null;
    resolve?.(take());
  };
  return {
    put: (header) => {
      headers = [...headers, header];
      wake();
    },
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
        if (headers.length > 0 || isClosed) wake();
      }),
    take,
    close: () => {
      isClosed = true;
      headers = [];
      wake();
    },
  };
}
