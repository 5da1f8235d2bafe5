import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { type FromPage, portHeaderBytes, type ToPage } from './wire.ts';

/** The other side of a port that was handed to the page. */
export interface LinkedPort {
  readonly receive: (data: unknown) => void;
  readonly closed: () => void;
}

interface LinkEvents {
  message: [FromPage];
  close: [];
}

/**
 * One loaded document. Nothing that it says is believed before `verify` has confirmed its address: the browser's word
 * for it, not the page's.
 */
export class PageLink extends EventEmitter<LinkEvents> {
  readonly #socket: WebSocket;
  readonly #ports = new Map<number, LinkedPort>();
  readonly #unverified: (() => void)[] = [];
  #claimedUrl: string | null = null;
  #isVerified = false;
  #lastPort = 0;

  constructor(socket: WebSocket) {
    super();
    this.#socket = socket;
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#end());
  }

  get isVerified(): boolean {
    return this.#isVerified;
  }

  /** True once the page has claimed just this address; what it said before is then heard. */
  verify(url: string): boolean {
    if (this.#isVerified) return true;
    if (this.#claimedUrl !== url) return false;
    this.#isVerified = true;
    for (const handle of this.#unverified.splice(0)) handle();
    return true;
  }

  send(message: ToPage): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** Gives a port to the page and returns its number there. */
  addPort(port: LinkedPort): number {
    this.#lastPort += 1;
    this.#ports.set(this.#lastPort, port);
    return this.#lastPort;
  }

  /** Bytes go as they are, copied; anything else as JSON. */
  sendToPort(port: number, data: unknown): void {
    if (!(data instanceof Uint8Array)) {
      this.send({ kind: 'port-message', port, data });
      return;
    }
    const frame = Buffer.allocUnsafe(portHeaderBytes + data.length);
    frame.writeUInt32LE(port, 0);
    frame.set(data, portHeaderBytes);
    this.#socket.send(frame);
  }

  closePort(port: number): void {
    if (this.#ports.delete(port)) this.send({ kind: 'port-close', port });
  }

  end(): void {
    this.#socket.terminate();
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (isBinary) {
      this.#ports.get(data.readUInt32LE(0))?.receive(new Uint8Array(data.subarray(portHeaderBytes)));
      return;
    }
    const message = JSON.parse(data.toString()) as FromPage;
    if (message.kind === 'hello') this.#claimedUrl ??= message.url;
    if (this.#isVerified) this.#handle(message);
    else this.#unverified.push(() => this.#handle(message));
    if (message.kind === 'hello') this.emit('message', message);
  }

  #handle(message: FromPage): void {
    if (message.kind === 'port-message') {
      this.#ports.get(message.port)?.receive(message.data);
    } else if (message.kind === 'port-close') {
      this.#ports.get(message.port)?.closed();
      this.#ports.delete(message.port);
    } else if (message.kind !== 'hello') {
      this.emit('message', message);
    }
  }

  #end(): void {
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    for (const port of ports) port.closed();
    this.emit('close');
  }
}
