import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type Flow, type FlowOptions, type RouterMode, startFlow } from './router-flow.ts';
import { listen } from './tcp.ts';

export type { RouterMode } from './router-flow.ts';

export interface RouterOptions {
  readonly target: FlowOptions['target'];
  /** A flow without a byte either way for this long is forgotten. May be a fraction. */
  readonly idleSeconds: number;
  readonly mode: RouterMode;
}

export interface RouterStats {
  /** Flows that the router remembers now. */
  readonly flows: number;
  /** Flows forgotten since the start. */
  readonly forgotten: number;
  /** Bytes passed on since the start, both ways. */
  readonly bytes: number;
}

/** A TCP proxy on 127.0.0.1 that forgets idle flows as NAT routers and firewalls do. New connections always work. */
export interface Router {
  readonly port: number;
  readonly stats: () => RouterStats;
  /** Applies to flows already forgotten as well. */
  readonly setMode: (mode: RouterMode) => void;
  /** Forgets all flows now, as a router does that reboots. */
  readonly flush: () => void;
  readonly stop: () => Promise<void>;
}

export async function startRouter(options: RouterOptions): Promise<Router> {
  let mode = options.mode;
  let forgotten = 0;
  let bytes = 0;
  const flows = new Set<Flow>();
  const handleClient = (client: Socket) => {
    const flow = startFlow(client, {
      target: options.target,
      idleMs: options.idleSeconds * 1000,
      mode: () => mode,
      onForgotten: () => {
        forgotten += 1;
      },
      onBytes: (count) => {
        bytes += count;
      },
      onGone: () => flows.delete(flow),
    });
    flows.add(flow);
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, handleClient);
  const port = await listen(server);
  return {
    port,
    stats: () => ({ flows: [...flows].filter((flow) => flow.isRemembered()).length, forgotten, bytes }),
    setMode: (next) => {
      mode = next;
    },
    flush: () => {
      for (const flow of flows) flow.forget();
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const flow of flows) flow.destroy();
      await closed;
    },
  };
}
