import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import ssh2, { type Algorithms, type Connection, type ServerChannel } from 'ssh2';
import { answerChecks, type CheckAnswer } from './check-answers.ts';
import { type DemoAuthOptions, decideDemoAuth } from './demo-auth.ts';
import { serveDemoSession } from './demo-session.ts';

export interface DemoConnectionOptions extends DemoAuthOptions {
  /** Sent before authentication (RFC 4252, 5.4). */
  readonly banner?: string;
  /** Further commands of the shell, and what each writes, sent as it is. */
  readonly answers?: Readonly<Record<string, string>>;
  /** ssh2's own form, for a server with few or odd algorithms. */
  readonly algorithms?: Algorithms;
  /** What becomes of the client's alive checks. Default: `failure`, as with OpenSSH. */
  readonly checkAnswer?: CheckAnswer;
}

/** What the demo server knows of one connection. Times are of performance.now(), ms. */
export interface DemoConnection {
  /** Null until the client has named its user. */
  readonly userName: string | null;
  /** Every try to log in that was decided, in order; without SSH's own first "none". */
  readonly attempts: readonly { readonly method: string; readonly accepted: boolean }[];
  readonly authenticatedAt: number | null;
  /** When each SSH_MSG_IGNORE arrived: the client's null packets. */
  readonly ignores: readonly number[];
  /** Alive checks that came in: global requests that want a reply. */
  readonly checks: number;
  /** Key exchanges done after the first. */
  readonly rekeys: number;
  readonly closed: boolean;
  /** Starts a key exchange; resolves when it is done. */
  readonly rekey: () => Promise<void>;
  /** Writes to all its shells and commands, as a program in the background would. */
  readonly write: (text: string) => void;
  /** Reads nothing, and so answers nothing, until it is thawed. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** SSH_MSG_DISCONNECT "by application", then FIN. */
  readonly disconnect: () => void;
  /** Closes by a TCP reset. */
  readonly reset: () => void;
}

/**
 * ssh2 has no event for SSH_MSG_IGNORE; this is the end of the line by which its `debug` option, which is public, tells
 * of each. The lab's own test fails if an upgrade changes it.
 */
const ignoreLine = 'Inbound: Received IGNORE';

/** The longest that a timer can wait: ssh2's server sends keepalives of its own, which would hide what is tested. */
const never = 2 ** 31 - 1;

/** Speaks SSH on a socket that came in. A server for each gives each a `debug` of its own. */
export function serveDemoConnection(
  socket: Socket,
  hostKey: string,
  options: DemoConnectionOptions,
  onIgnore: (at: number) => void,
): DemoConnection {
  const channels = new Set<ServerChannel>();
  let connection: Connection | null = null;
  const state = {
    userName: null as string | null,
    attempts: [] as { method: string; accepted: boolean }[],
    authenticatedAt: null as number | null,
    ignores: [] as number[],
    checks: 0,
    rekeys: 0,
    closed: false,
  };
  const handleDebug = (line: string) => {
    if (!line.endsWith(ignoreLine)) return;
    const at = performance.now();
    state.ignores.push(at);
    onIgnore(at);
  };
  const server = new ssh2.Server(
    {
      hostKeys: [hostKey],
      keepaliveInterval: never,
      debug: handleDebug,
      ...(options.banner === undefined ? {} : { banner: options.banner }),
      ...(options.algorithms === undefined ? {} : { algorithms: options.algorithms }),
    },
    (accepted) => {
      connection = accepted;
      answerChecks(accepted, options.checkAnswer ?? 'failure', () => {
        state.checks += 1;
      });
      accepted.on('authentication', (context) => {
        state.userName = context.username;
        void decideDemoAuth(context, options, (ok) => {
          if (context.method !== 'none') state.attempts.push({ method: context.method, accepted: ok });
        });
      });
      accepted.on('ready', () => {
        state.authenticatedAt = performance.now();
      });
      accepted.on('rekey', () => {
        state.rekeys += 1;
      });
      accepted.on('session', (accept) =>
        serveDemoSession(accept(), options.answers ?? {}, (channel) => {
          channels.add(channel);
          channel.on('close', () => channels.delete(channel));
        }),
      );
      accepted.on('error', () => undefined); // a client that goes away is no failure of the server
    },
  );
  socket.on('close', () => {
    state.closed = true;
  });
  server.injectSocket(socket);
  return Object.assign(state, {
    rekey: () => new Promise<void>((resolve) => connection?.rekey(() => resolve())),
    write: (text: string) => {
      for (const channel of channels) channel.write(text);
    },
    freeze: () => socket.pause(),
    thaw: () => socket.resume(),
    disconnect: () => connection?.end(),
    reset: () => socket.resetAndDestroy(),
  });
}
