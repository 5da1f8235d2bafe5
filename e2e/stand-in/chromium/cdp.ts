import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';

/** The DevTools protocol, typed by Playwright's own declarations of it. */
export type Cdp = Pick<CDPSession, 'send' | 'on'>;

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Speaks the DevTools protocol over Chromium's pipe: JSON texts, each ended by a zero byte. A pipe can be reached by no
 * other process, which a debugging port can.
 */
export class CdpPipe {
  readonly browser: Cdp;
  readonly #input: Writable;
  readonly #sessions = new Map<string | undefined, EventEmitter>();
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #rest = '';
  #hasEnded = false;

  constructor(input: Writable, output: Readable) {
    this.#input = input;
    // Chromium may go away in the middle of a write: its exit is what counts.
    input.on('error', () => undefined);
    output.setEncoding('utf8');
    output.on('data', (text: string) => this.#read(text));
    output.on('close', () => this.#fail());
    this.browser = this.session(undefined);
  }

  /** The commands and events of one attached target. */
  session(sessionId: string | undefined): Cdp {
    const events = new EventEmitter();
    this.#sessions.set(sessionId, events);
    const send = (method: string, params: object = {}) => this.#send({ method, params, sessionId });
    return Object.assign(events, { send }) as unknown as Cdp;
  }

  #send(command: { readonly method: string; readonly params: object; readonly sessionId: string | undefined }) {
    if (this.#hasEnded) return Promise.reject(gone());
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#input.write(`${JSON.stringify({ id, ...command })}\0`);
    });
  }

  #read(text: string): void {
    const texts = (this.#rest + text).split('\0');
    this.#rest = texts.pop() ?? '';
    for (const message of texts) this.#handle(JSON.parse(message) as Reply);
  }

  #handle({ id, method, params, sessionId, result, error }: Reply): void {
    if (method !== undefined) this.#sessions.get(sessionId)?.emit(method, params);
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }

  /** What is asked now or later gets no answer. */
  #fail(): void {
    this.#hasEnded = true;
    for (const { reject } of this.#waiting.values()) reject(gone());
    this.#waiting.clear();
  }
}

const gone = () => new Error('Chromium has gone');
