import type { Client } from 'ssh2';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import type { RekeyLimits } from '../../session/ports/transport.ts';
import { quietly } from '../quietly.ts';
import { startRekey } from '../ssh2-internals/packets.ts';

const megabyte = 1024 * 1024;
const minuteMs = 60_000;

/**
 * Renews the keys after a time or an amount of data (RFC 4253, 9), which ssh2 never does by itself. A renewal that the
 * server began counts as well.
 */
export interface AutoRekey {
  /** The user is logged in: counted from here on. `passed`: bytes in both directions so far. */
  readonly begin: (client: Client, passed: () => number) => void;
  /**
   * Renews them if the data has reached its limit; to be called whenever something was received: whatever is sent, it is
   * answered or given window for long before that. So nothing has to be looked at in an idle session.
   */
  readonly renewIfDue: () => void;
  /** From now on, counted from the last renewal: as in PuTTY, one that is due by the new limits comes at once. */
  readonly setLimits: (limits: RekeyLimits) => void;
}

export interface AutoRekeyRequest {
  readonly limits: RekeyLimits;
  readonly clock: Clock;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly onLog: (text: string) => void;
}

/** What is counted, once there is a client. */
interface Counting {
  readonly client: Client;
  readonly passed: () => number;
  readonly sinceBytes: number;
  readonly sinceMs: number;
}

export function createAutoRekey({ limits, clock, signal, onLog }: AutoRekeyRequest): AutoRekey {
  let { rekeyMinutes, rekeyMegabytes } = limits;
  let counting: Counting | null = null;
  let cancel: Cancel = () => {};

  const renew = ({ client }: Counting) => quietly(() => startRekey(client));
  const arm = () => {
    cancel();
    const current = counting;
    if (current === null || rekeyMinutes === 0) return;
    const dueMs = current.sinceMs + rekeyMinutes * minuteMs;
    cancel = clock.after(Math.max(0, dueMs - clock.now()), () => renew(current));
  };
  const renewIfDue = () => {
    if (counting === null || rekeyMegabytes === 0) return;
    if (counting.passed() - counting.sinceBytes >= rekeyMegabytes * megabyte) renew(counting);
  };

  return {
    begin: (client, passed) => {
      const count = () => {
        counting = { client, passed, sinceBytes: passed(), sinceMs: clock.now() };
        arm();
      };
      const handleRenewed = () => {
        count();
        onLog('The keys were renewed.');
      };
      const end = () => {
        counting = null;
        cancel();
        client.off('handshake', handleRenewed);
      };
      count();
      client.on('handshake', handleRenewed);
      signal.addEventListener('abort', end, { once: true });
    },
    renewIfDue,
    setLimits: (changed) => {
      ({ rekeyMinutes, rekeyMegabytes } = changed);
      arm();
      renewIfDue();
    },
  };
}
