import type { Clock } from '../keepalive/clock.ts';
import type { FindAgents } from './agent/places.ts';
import type { X11Environment } from './forwards/x11-display.ts';
import type { HostKeyPolicy } from './host-keys/host-key-policy.ts';
import type { KeepHopAlive } from './jump/keep-hop-alive.ts';
import type { KeptPassphrases } from './keys/kept-passphrases.ts';
import type { OpenKey } from './keys/open-key.ts';
import type { ResolveHop } from './route/route-plan.ts';

/** What main/ssh needs from outside. */
export interface SshDependencies {
  /** Who types has a terminal of their own, or pipes: what is typed and printed goes through as it is. */
  readonly passesThrough?: boolean;
  readonly hostKeys: HostKeyPolicy;
  readonly clock: Clock;
  /** What `~` in the name of a key file stands for. */
  readonly homeDir: string;
  /** This computer's variables, of which a session may send some. */
  readonly environment: NodeJS.ProcessEnv;
  readonly findAgents: FindAgents;
  readonly passphrases: KeptPassphrases;
  /** Opens private keys. Default: in this thread, which waits for it. */
  readonly openKey?: OpenKey;
  readonly x11: X11Environment;
  readonly resolveHop: ResolveHop;
  readonly keepHopAlive: KeepHopAlive;
  /** Bytes went over a connection, either way. */
  readonly notePassed: (bytes: number) => void;
}
