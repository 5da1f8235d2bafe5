import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process can be asked, by name: everything passes as JSON. */
type Calls = { readonly [name: string]: (request: never) => Promise<unknown> };

/** A process of its own that answers calls. */
export interface Worker<C> {
  readonly pid: number;
  /** Rejects with an Error of the same message where the call does, or if the process ends first. */
  readonly call: <K extends keyof C>(name: K, request: RequestOf<C[K]>) => Promise<ReplyOf<C[K]>>;
  readonly stop: () => Promise<void>;
}

type RequestOf<F> = F extends (request: infer Request) => unknown ? Request : never;
type ReplyOf<F> = F extends (request: never) => Promise<infer Reply> ? Reply : never;

interface Question {
  readonly id: number;
  readonly name: string;
  readonly request: unknown;
}

type Answer =
  | { readonly id: number; readonly ok: true; readonly reply: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** Where `--import tsx` is found. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts `program`, a file that ends in {@link serve}, as TypeScript or built. `home`: its HOME, which is no user's. */
export function startWorker<C>(program: URL, home: string): Worker<C> {
  const child: ChildProcess = fork(fileURLToPath(program), [], {
    cwd: root,
    execArgv: program.pathname.endsWith('.ts') ? ['--import', 'tsx'] : [],
    env: { PATH: process.env.PATH ?? '', HOME: home },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program.pathname} did not start.`);
  const exited = once(child, 'exit');
  const waiting = new Map<number, { resolve: (reply: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', (answer: Answer) => {
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) caller?.resolve(answer.reply);
    else caller?.reject(new Error(answer.message));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error(`${program.pathname} ended.`));
  });
  return {
    pid,
    call: (name, request) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve: (reply) => resolve(reply as never), reject });
        child.send({ id: asked, name: String(name), request } satisfies Question);
      }),
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Answers the calls of the process that started this one; ends with it. */
export function serve(calls: Calls): void {
  const answer = (given: Answer) => process.send?.(given);
  process.on('message', ({ id, name, request }: Question) => {
    void Promise.resolve(calls[name]?.(request as never)).then(
      (reply) => answer({ id, ok: true, reply: reply ?? null }),
      (error) => answer({ id, ok: false, message: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
