import type { Client } from 'ssh2';
import type { Profile } from '#contract/profile.ts';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import { quietly } from '../quietly.ts';
import { startRekey } from '../ssh2-internals/packets.ts';

const megabyte = 1024 * 1024;
const minuteMs = 60_000;

export interface AutoRekeyRequest {
  readonly client: Client;
  /** Bytes in both directions so far. */
  readonly passed: () => number;
  readonly limits: Pick<Profile, 'rekeyMinutes' | 'rekeyMegabytes'>;
  readonly clock: Clock;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly onLog: (text: string) => void;
}

/**
 * Renews the keys after a time or an amount of data (RFC 4253, 9), which ssh2 never does by itself. 0 is no limit. A
 * renewal that the server began counts as well.
 *
 * The returned function renews them if the data has reached its limit; to be called whenever something was received:
 * whatever is sent, it is answered or given window for long before that. So nothing has to be looked at in an idle session.
 */
export function rekeyInTime({ client, passed, limits, clock, signal, onLog }: AutoRekeyRequest): () => void {
  const { rekeyMinutes, rekeyMegabytes } = limits;
  let sinceBytes = passed();
  let cancel: Cancel = () => {};

  const renew = () => quietly(() => startRekey(client));
  const arm = () => {
    cancel();
    if (rekeyMinutes > 0) cancel = clock.after(rekeyMinutes * minuteMs, renew);
  };
  const handleRenewed = () => {
    sinceBytes = passed();
    arm();
    onLog('The keys were renewed.');
  };

  arm();
  client.on('handshake', handleRenewed);
  signal.addEventListener(
    'abort',
    () => {
      cancel();
      client.off('handshake', handleRenewed);
    },
    { once: true },
  );
  return () => {
    if (rekeyMegabytes > 0 && passed() - sinceBytes >= rekeyMegabytes * megabyte) renew();
  };
}
