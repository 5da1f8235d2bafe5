import type { Client } from 'ssh2';
import { listensAtServer } from '#contract/forwards/forward.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { ForwardRequest, OpenForward } from '../../session/ports/transport.ts';
import { openLocalForward } from './local-forward.ts';
import { limitRefusals } from './refusal-log.ts';
import { createRelays, type Relays } from './relays.ts';
import { openRemoteForward } from './remote-forward.ts';
import { watchServerPlaces } from './server-place.ts';
import { createTally } from './tally.ts';
import type { X11Environment } from './x11-display.ts';
import { offerX11, type X11Request } from './x11-forward.ts';

export interface TransportForwardsOptions {
  readonly client: Client;
  readonly server: string;
  readonly clock: Clock;
  /** Ends them all. */
  readonly signal: AbortSignal;
  readonly onLog: (text: string) => void;
}

/** The forwards of one SSH connection. */
export interface TransportForwards {
  readonly open: (request: ForwardRequest) => OpenForward;
  /** Lets programs of the server show windows here, or gives why not; see `offerX11`. */
  readonly offerX11: (profile: X11Request['profile'], environment: X11Environment) => ReturnType<typeof offerX11>;
  readonly relays: Relays;
}

export function createTransportForwards({
  client,
  server,
  clock,
  signal,
  onLog,
}: TransportForwardsOptions): TransportForwards {
  const relays = createRelays();
  const places = watchServerPlaces(client);
  const context = { client, server, clock, relays, onRefused: limitRefusals(clock, onLog) };

  // One listener for all: a signal warns of more than ten.
  const closers = new Set<() => void>();
  signal.addEventListener('abort', () => {
    for (const close of closers) close();
  });

  const open = (request: ForwardRequest): OpenForward => {
    const { forward } = request;
    return listensAtServer(forward) ? openRemoteForward(context, places, request) : openLocalForward(context, request);
  };

  return {
    relays,
    offerX11: (profile, environment) => offerX11({ ...context, profile, environment, signal }),
    open: (request) => {
      const { counts, close } = open(request);
      closers.add(close);
      return {
        counts,
        close: () => {
          closers.delete(close);
          close();
        },
      };
    },
  };
}

/** What a connection gives that is not there. */
export const closedForward: OpenForward = { counts: createTally, close: () => undefined };
