import { once } from 'node:events';
import { WebSocket } from 'ws';

/**
 * The page of a window, by the DevTools protocol, with nothing switched on that would be told of: a Playwright that is
 * attached would be sent each message of the stand-in's socket.
 */
export interface Page {
  /** What an expression gives there; a promise is waited for. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  readonly send: <T>(method: string, params?: object) => Promise<T>;
  readonly close: () => void;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Evaluated {
  readonly result: { readonly value: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

/** `address`: of a debugging port, such as `http://127.0.0.1:1234`, a browser's or that of Node.js. */
export async function openPage(address: string, kind: 'page' | 'node' = 'page'): Promise<Page> {
  const targets = (await (await fetch(`${address}/json/list`)).json()) as readonly {
    readonly type: string;
    readonly webSocketDebuggerUrl: string;
  }[];
  const target = targets.find(({ type }) => type === kind);
  if (target === undefined) throw new Error('The program shows no window.');
  const socket = new WebSocket(target.webSocketDebuggerUrl, { perMessageDeflate: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.on('close', () => {
    for (const [id, answer] of waiting) answer({ id, error: { message: 'The window has gone.' } });
  });
  await once(socket, 'open');

  let lastId = 0;
  const send = async <T>(method: string, params: object = {}): Promise<T> => {
    lastId += 1;
    const id = lastId;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result as T;
  };
  return {
    send,
    evaluate: async <T>(expression: string) => {
      const given = await send<Evaluated>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (given.exceptionDetails) throw new Error(given.exceptionDetails.exception?.description ?? 'It threw.');
      return given.result.value as T;
    },
    close: () => socket.terminate(),
  };
}
