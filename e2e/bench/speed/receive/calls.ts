import type { ClientTarget } from '../../faults/clients/client.ts';

/** The process of Holdfast's session core that receives. */
export interface ReceiverCalls {
  /** Logs in, runs a command without a terminal, and throws away what it prints. */
  readonly receive: (request: ReceiveRequest) => Promise<Received>;
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
