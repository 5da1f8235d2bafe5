import { EventEmitter } from 'node:events';
import type { LinkedPort, PageLink } from './link/page-link.ts';

/**
 * One end of a message channel in main. What arrives waits until `start()`, as in Electron, or until the port is
 * handed to a page.
 */
export class MessagePortStandIn extends EventEmitter {
  #peer: MessagePortStandIn | null = null;
  /** Where what is posted at the other end arrives. */
  #sink: LinkedPort | null = null;
  #isOpen = true;
  readonly #waiting: unknown[] = [];

  static entangle(one: MessagePortStandIn, other: MessagePortStandIn): void {
    one.#peer = other;
    other.#peer = one;
  }

  postMessage(message: unknown): void {
    if (!this.#isOpen || this.#peer === null) return;
    // The caller may reuse its buffer; a Buffer arrives as the Uint8Array that it is.
    this.#peer.#deliver(message instanceof Uint8Array ? new Uint8Array(message) : structuredClone(message));
  }

  start(): void {
    if (this.#sink !== null) return;
    this.#attach({
      receive: (data) => this.emit('message', { data, ports: [] }),
      closed: () => this.emit('close'),
    });
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#peer !== null) this.#peer.#handleClosed();
    this.emit('close');
  }

  /** Hands this end to the page; returns its number there. */
  transfer(link: PageLink): number {
    if (this.#sink !== null || !this.#isOpen) throw new Error('This port was used already and cannot be transferred.');
    const peer = this.#peer;
    if (peer === null) throw new Error('This port belongs to no channel.');
    const port = link.addPort({
      receive: (data) => peer.#deliver(data),
      closed: () => peer.#handleClosed(),
    });
    // Later, so that the page hears of the port before it hears from it.
    queueMicrotask(() =>
      this.#attach({
        receive: (data) => link.sendToPort(port, data),
        closed: () => link.closePort(port),
      }),
    );
    return port;
  }

  #attach(sink: LinkedPort): void {
    this.#sink = sink;
    for (const data of this.#waiting.splice(0)) sink.receive(data);
  }

  #deliver(data: unknown): void {
    if (!this.#isOpen) return;
    if (this.#sink === null) this.#waiting.push(data);
    else this.#sink.receive(data);
  }

  #handleClosed(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#sink === null) this.emit('close');
    else this.#sink.closed();
  }
}

/** Two entangled ports. */
export class MessageChannelStandIn {
  readonly port1 = new MessagePortStandIn();
  readonly port2 = new MessagePortStandIn();

  constructor() {
    MessagePortStandIn.entangle(this.port1, this.port2);
  }
}
