import type { ClientTarget } from '../faults/clients/client.ts';

/** When each null packet of each session went out or came in; performance.now() of its own process, ms. */
export type Times = readonly (readonly number[])[];

/** The process that holds the sessions. */
export interface HolderCalls {
  /** Opens them, some at a time; resolves when all are open. */
  readonly open: (request: OpenRequest) => Promise<null>;
  /** Now, and what the process has used. */
  readonly usage: (request: null) => Promise<Usage>;
  /** Types a line into each and waits for its answer; how many have answered. */
  readonly ask: (request: AskRequest) => Promise<number>;
  readonly sent: (request: null) => Promise<Times>;
}

export interface OpenRequest {
  readonly sessions: number;
  readonly atOnce: number;
  readonly keepaliveSeconds: number;
  readonly target: ClientTarget;
  /** Where Holdfast's own files are. */
  readonly folder: string;
}

export interface Usage {
  /** performance.now(), ms. */
  readonly at: number;
  /** On the processor since its start, all threads, ms. */
  readonly cpuMs: number;
  /** Resident memory, bytes. */
  readonly rssBytes: number;
}

export interface AskRequest {
  readonly line: string;
  readonly answer: string;
  readonly withinSeconds: number;
}

/** The process of the counting server. */
export interface ServerCalls {
  readonly start: (request: Pick<AskRequest, 'line' | 'answer'>) => Promise<StartedServer>;
  readonly now: (request: null) => Promise<number>;
  /** When null packets arrived, of all connections of this user, in the order of the connections. */
  readonly arrived: (userName: string) => Promise<Times>;
  /** Reads and answers nothing more on this user's first connection, as a server that hangs. */
  readonly freeze: (userName: string) => Promise<null>;
}

export interface StartedServer {
  readonly port: number;
  readonly hostKeyLine: string;
}
