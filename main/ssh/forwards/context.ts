import type { Client } from 'ssh2';
import type { Clock } from '../../keepalive/clock.ts';
import type { Relays } from './relays.ts';

/** What the forwards of one SSH connection work with. */
export interface ForwardContext {
  readonly client: Client;
  /** The server's name, for sentences. */
  readonly server: string;
  readonly clock: Clock;
  readonly relays: Relays;
  /** Why a connection of a forward was not let through: a sentence for the Event Log. */
  readonly onRefused: (text: string) => void;
}
