import type { ClientTarget } from '../../faults/clients/client.ts';

/** The process of Holdfast's session core that receives. */
export interface ReceiverCalls {
  /** Logs in, runs a command without a terminal, and throws away what it prints. */
  readonly receive: (request: ReceiveRequest) => Promise<Received>;
  /** The same, and what memory the process had as output had come, in the order of `lookAt`. */
  readonly remember: (request: RememberRequest) => Promise<readonly Memory[]>;
}

export interface ReceiveRequest {
  readonly target: ClientTarget;
  readonly command: string;
  /** Where Holdfast's own files are. */
  readonly folder: string;
}

/** From the start of the login to the end of the session. */
export interface Received {
  readonly bytes: number;
  readonly ms: number;
  /** On the processor, all threads, ms. */
  readonly cpuMs: number;
}

export interface RememberRequest extends ReceiveRequest {
  /** Bytes, from the fewest on. */
  readonly lookAt: readonly number[];
}

/** After a garbage collection; bytes. */
export interface Memory {
  readonly heap: number;
  readonly resident: number;
}
