import { createServer, isIPv6, type ListenOptions, type Server, type Socket } from 'node:net';
import { failed, type Result, success } from '#contract/failure.ts';
import { hostAndPort, type PortListener } from '#contract/forwards/forward.ts';
import { codeOf } from '../wire/socket.ts';
import { listenFailure } from './forward-failures.ts';

/** Where a local or dynamic forward listens. */
interface Place {
  readonly address: string;
  /** The other protocol version is enough where this computer has this one not. */
  readonly isOptional: boolean;
}

export interface Listeners {
  /** Such as `127.0.0.1:8080`, or a path. */
  readonly addresses: readonly string[];
  readonly close: () => void;
}

/** The addresses of a forward: the loopback ones unless it, or its session's settings, say otherwise. */
export function placesOf({ family, bindAddress }: PortListener, acceptsAll: boolean): readonly Place[] {
  const isAll = bindAddress === '*' || (bindAddress === '' && acceptsAll);
  const isLoopback = bindAddress === 'localhost' || (bindAddress === '' && !acceptsAll);
  if (!isAll && !isLoopback) return [{ address: bindAddress, isOptional: false }];
  const [ipv4, ipv6] = isAll ? ['0.0.0.0', '::'] : ['127.0.0.1', '::1'];
  const places = { ipv4: [ipv4], ipv6: [ipv6], auto: [ipv4, ipv6] }[family];
  return places.map((address) => ({ address, isOptional: family === 'auto' }));
}

/** Listens at all places or at none: half of a forward would send the other half's users to another program. */
export async function listen(
  places: readonly Place[],
  port: number,
  onSocket: (socket: Socket) => void,
): Promise<Result<Listeners>> {
  const servers: Server[] = [];
  const addresses: string[] = [];
  let missing = 'EADDRNOTAVAIL';
  const close = () => {
    for (const server of servers) server.close();
  };
  for (const { address, isOptional } of places) {
    const outcome = await listenAt({ host: address, port, ipv6Only: isIPv6(address) }, onSocket);
    if (typeof outcome !== 'string') {
      servers.push(outcome);
      addresses.push(hostAndPort(address, port));
    } else if (isOptional && isMissing(outcome)) {
      missing = outcome;
    } else {
      close();
      return failed(listenFailure(outcome, address, port));
    }
  }
  if (servers.length > 0) return success({ addresses, close });
  return failed(listenFailure(missing, places.map((place) => place.address).join(' and '), port));
}

const isMissing = (code: string) => code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';

/** A server that listens, or the code of why not. Half of a connection may stay open: that is passed on. */
export function listenAt(options: ListenOptions, onSocket: (socket: Socket) => void): Promise<Server | string> {
  return new Promise((resolve) => {
    const server = createServer({ allowHalfOpen: true }, onSocket);
    // After it listens, an error is one connection that could not be taken: the next one may.
    server.on('error', (error) => resolve(codeOf(error)));
    server.listen(options, () => resolve(server));
  });
}
