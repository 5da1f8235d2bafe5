import type { Profile } from '#contract/profile.ts';
import type { LogEntry, SessionId, SessionSnapshot } from '#contract/session.ts';
import type { ConfigAsked } from '#contract/ssh-config.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { NetworkWatch } from '../keepalive/network-watch.ts';
import type { PathBook } from '../keepalive/path-book.ts';
import type { SleepWatch } from '../keepalive/sleep-watch.ts';
import type { OpenTransport, ProbeHost } from './transport.ts';

/** What every session works with. */
export interface SessionParts {
  readonly openTransport: OpenTransport;
  readonly probeHost: ProbeHost;
  readonly sleep: SleepWatch;
  readonly network: NetworkWatch;
  readonly paths: PathBook;
  readonly clock: Clock;
  /** Milliseconds since 1970, for what is shown. */
  readonly wallClock: () => number;
  /** Something that went wrong beside the session: a sentence that names it is shown. */
  readonly onNotice: (text: string) => void;
}

export interface SessionOptions extends SessionParts {
  readonly id: SessionId;
  readonly profile: Profile;
  readonly savedAs: string | null;
  readonly config?: ConfigAsked;
  /** Waits for its user instead of connecting, under the name that its tab had. */
  readonly restoredAs?: string;
  readonly onChange: (snapshot: SessionSnapshot) => void;
  readonly onLog: (entry: LogEntry) => void;
}
