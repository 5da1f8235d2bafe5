import type { Client } from 'ssh2';
import type { SessionAlgorithms } from '../../session/ports/transport.ts';
import { quietly } from '../quietly.ts';
import { isExchangingKeys, startRekey } from '../ssh2-internals/packets.ts';

/** Has a running connection go over to other algorithms: its keys are renewed at once, as by PuTTY. */
export interface ChangedAlgorithms {
  /** The user is logged in. `offer` settles what renewals offer from then on. */
  readonly begin: (client: Client, offer: (algorithms: SessionAlgorithms) => void) => void;
  readonly set: (algorithms: SessionAlgorithms) => void;
}

export interface ChangedAlgorithmsRequest {
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly onLog: (text: string) => void;
}

export function createChangedAlgorithms({ signal, onLog }: ChangedAlgorithmsRequest): ChangedAlgorithms {
  let wanted: SessionAlgorithms | null = null;
  let renew = () => {};

  return {
    begin: (client, offer) => {
      renew = () => {
        // Of an exchange that runs, our offer is on its way: ssh2 would compare the server's with another one.
        if (wanted === null || isExchangingKeys(client)) return;
        offer(wanted);
        wanted = null;
        onLog('The keys are renewed, as other algorithms were chosen.');
        startRekey(client);
      };
      const renewQuietly = () => quietly(() => renew());
      client.on('handshake', renewQuietly);
      signal.addEventListener(
        'abort',
        () => {
          renew = () => {};
          client.off('handshake', renewQuietly);
        },
        { once: true },
      );
      renewQuietly();
    },
    set: (algorithms) => {
      wanted = algorithms;
      quietly(() => renew());
    },
  };
}
