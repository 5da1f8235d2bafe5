import type { Client } from 'ssh2';
import type { Profile } from '#contract/profile.ts';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import { quietly } from '../quietly.ts';
import { startRekey } from '../ssh2-internals/packets.ts';

/** How often the limits are looked at, ms: a gigabyte takes longer on any link that a terminal has. */
const lookMs = 5000;

const megabyte = 1024 * 1024;

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
 */
export function rekeyInTime({ client, passed, limits, clock, signal, onLog }: AutoRekeyRequest): void {
  const { rekeyMinutes, rekeyMegabytes } = limits;
  if (rekeyMinutes === 0 && rekeyMegabytes === 0) return;
  let since = { time: clock.now(), bytes: passed() };
  let cancel: Cancel;

  const isDue = () =>
    (rekeyMinutes > 0 && clock.now() - since.time >= rekeyMinutes * 60_000) ||
    (rekeyMegabytes > 0 && passed() - since.bytes >= rekeyMegabytes * megabyte);

  const handleRenewed = () => {
    since = { time: clock.now(), bytes: passed() };
    onLog('The keys were renewed.');
  };
  const look = () => {
    if (isDue()) quietly(() => startRekey(client));
    cancel = clock.after(lookMs, look);
  };

  client.on('handshake', handleRenewed);
  cancel = clock.after(lookMs, look);
  signal.addEventListener(
    'abort',
    () => {
      cancel();
      client.off('handshake', handleRenewed);
    },
    { once: true },
  );
}
