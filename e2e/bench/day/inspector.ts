import { WebSocket } from 'ws';

/** Has Node open its inspector, at a port of its own choice; given to the program's process alone. */
export const inspectorEnvironment = { NODE_OPTIONS: '--inspect=127.0.0.1:0' } as const;

/** A program's main process, by the protocol of Chrome's developer tools. */
export interface Inspector {
  /** Rejects with what the process answers in place of a result. */
  readonly send: (method: string, parameters?: object) => Promise<unknown>;
  readonly close: () => void;
}

/** Connects to the inspector that the output of a process names. */
export async function openInspector(output: string): Promise<Inspector> {
  const [address] = /ws:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output) ?? [];
  if (address === undefined) throw new Error('The main process shows no inspector.');
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id ?? 0)?.(answer);
    waiting.delete(answer.id ?? 0);
  });
  let last = 0;
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, ({ error, result }) =>
          error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`)),
        );
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.close(),
  };
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
