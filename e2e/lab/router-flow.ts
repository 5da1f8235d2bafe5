import { connect, type Socket } from 'node:net';

/**
 * What a router does with packets of a connection that it has forgotten. `reset` answers them with a TCP reset to their
 * sender (AWS NAT gateway, most home routers); `silent` drops them (Azure Load Balancer, GCP Cloud NAT).
 */
export type RouterMode = 'reset' | 'silent';

export interface FlowOptions {
  readonly target: { readonly host: string; readonly port: number };
  readonly idleMs: number;
  readonly mode: () => RouterMode;
  readonly onForgotten: () => void;
  readonly onBytes: (count: number) => void;
  /** Both its sockets are closed. */
  readonly onGone: () => void;
}

/** One connection through the router. */
export interface Flow {
  readonly isRemembered: () => boolean;
  readonly forget: () => void;
  readonly destroy: () => void;
}

/**
 * Connects `client` to the target and passes bytes, ends and resets both ways until the flow is forgotten. From then on
 * neither side is told anything until it speaks; what happens to it then is for the mode, and the other side never
 * learns of it, as behind a real router.
 */
export function startFlow(client: Socket, options: FlowOptions): Flow {
  const server = connect({ ...options.target, allowHalfOpen: true, noDelay: true });
  let remembered = true;
  let open = 2;

  const forget = () => {
    if (!remembered) return;
    remembered = false;
    clearTimeout(idle);
    options.onForgotten();
    // What waits unread was sent, so it must meet the router's answer.
    client.resume();
    server.resume();
  };
  // A side that is held back is probed by the other's TCP (zero window probes), and those keep a flow remembered.
  const isHeldBack = () => client.isPaused() || server.isPaused();
  const handleIdle = () => (isHeldBack() ? idle.refresh() : forget());
  const idle = setTimeout(handleIdle, options.idleMs);

  const refuse = (sender: Socket) => {
    if (options.mode() === 'reset') sender.resetAndDestroy();
  };

  const pass = (from: Socket, to: Socket) => {
    from.on('data', (chunk: Buffer) => {
      if (!remembered) return refuse(from);
      idle.refresh();
      options.onBytes(chunk.length);
      if (!to.write(chunk)) from.pause();
    });
    to.on('drain', () => from.resume());
    from.on('end', () => {
      if (!remembered) return refuse(from);
      idle.refresh();
      to.end();
    });
    from.on('error', () => {
      if (remembered) to.resetAndDestroy();
    });
    from.on('close', () => {
      open -= 1;
      if (open > 0) return;
      remembered = false;
      clearTimeout(idle);
      options.onGone();
    });
  };
  pass(client, server);
  pass(server, client);

  return {
    isRemembered: () => remembered,
    forget,
    destroy: () => {
      client.destroy();
      server.destroy();
    },
  };
}
