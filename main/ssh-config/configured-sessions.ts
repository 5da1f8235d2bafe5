import type { OpenSession } from '#contract/channels/channels.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { type ConfiguredHost, remarkLine } from '#contract/saved/ssh-config.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import type { SshConfig } from './source.ts';

/** What is used of a session. */
interface Configurable {
  readonly snapshot: () => SessionSnapshot;
  readonly configure: (profile: Profile, remarks: readonly string[]) => void;
}

interface Sessions<S extends Configurable, More> {
  readonly open: (session: OpenSession & More) => S;
  readonly get: (id: SessionId) => S | undefined;
}

/** Sessions whose settings come from ~/.ssh/config: it is read when one is opened, and each time that its user restarts it. */
export interface ConfiguredSessions<S extends Configurable, More = object> {
  /**
   * Opens a session; where the files don't speak of its host, with the profile that is given. `forwards` go beside those
   * that it has by itself, as with ssh's -L.
   */
  readonly open: (session: OpenSession & More, forwards?: readonly Forward[]) => Promise<S>;
  /** Gives a session without a connection the settings that its host has by now. */
  readonly refresh: (id: SessionId) => Promise<void>;
}

export function createConfiguredSessions<S extends Configurable, More extends object = object>(
  sshConfig: Pick<SshConfig, 'configure'>,
  sessions: Sessions<S, More>,
): ConfiguredSessions<S, More> {
  return {
    open: async (session, forwards = []) => {
      const { config, ...plain } = session;
      const found = config === undefined ? null : await sshConfig.configure(config.host, config.own);
      const profile = withForwards(found?.profile ?? session.profile, forwards);
      if (config === undefined || found === null) return sessions.open({ ...(plain as typeof session), profile });
      // What was added is the user's own from now on, so that a restart has it too.
      const own = forwards.length === 0 ? config.own : { ...config.own, forwards: profile.forwards };
      const opened = sessions.open({ ...session, profile, savedAs: null, config: { ...config, own } });
      opened.configure(profile, remarksOf(found));
      return opened;
    },
    refresh: async (id) => {
      const session = sessions.get(id);
      const snapshot = session?.snapshot();
      if (snapshot?.config === undefined || isConnected(snapshot)) return;
      const found = await sshConfig.configure(snapshot.config.host, snapshot.config.own);
      if (found !== null) session?.configure(found.profile, remarksOf(found));
    },
  };
}

const withForwards = (profile: Profile, forwards: readonly Forward[]): Profile =>
  forwards.length === 0 ? profile : { ...profile, forwards: [...profile.forwards, ...forwards] };

const isConnected = ({ state, keepalive }: SessionSnapshot) =>
  state.kind !== 'closed' && state.kind !== 'reconnecting' && !keepalive.stalled;

const remarksOf = ({ host, remarks }: ConfiguredHost): readonly string[] => [
  `The settings of ${host} come from the ssh_config files.`,
  ...remarks.map(remarkLine),
];
