import { setMaxListeners } from 'node:events';
import type { EndCause, TransportEvent } from '../session/ports/transport.ts';

/** The one place that tells a session what happens: nothing after `ended`, and that once. */
export interface Lifetime {
  readonly emit: (event: Exclude<TransportEvent, { readonly kind: 'ended' }>) => void;
  readonly log: (text: string) => void;
  /** The first cause counts. Aborts the signal, on which everything lets go of what it holds, then reports. */
  readonly end: (cause: EndCause) => void;
  readonly signal: AbortSignal;
}

export function createLifetime(onEvent: (event: TransportEvent) => void): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  setMaxListeners(0, signal); // a few for each connection of a way; all go with it
  const emit: Lifetime['emit'] = (event) => {
    if (!signal.aborted) onEvent(event);
  };

  return {
    signal,
    emit,
    log: (text) => emit({ kind: 'log', text }),
    end: (cause) => {
      if (signal.aborted) return;
      controller.abort();
      onEvent({ kind: 'ended', cause });
    },
  };
}
