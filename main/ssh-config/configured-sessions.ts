import type { OpenSession } from '#contract/channels.ts';
import type { Profile } from '#contract/profile.ts';
import type { SessionId, SessionSnapshot } from '#contract/session.ts';
import { type ConfiguredHost, remarkLine } from '#contract/ssh-config.ts';
import type { SshConfig } from './source.ts';

/** What is used of a session. */
interface Configurable {
  readonly snapshot: () => SessionSnapshot;
  readonly configure: (profile: Profile, remarks: readonly string[]) => void;
}

interface Sessions<S extends Configurable> {
  readonly open: (session: OpenSession) => S;
  readonly get: (id: SessionId) => S | undefined;
}

/** Sessions whose settings come from ~/.ssh/config: it is read when one is opened, and each time that its user restarts it. */
export interface ConfiguredSessions<S extends Configurable> {
  /** Opens a session; where the files don't speak of its host, with the profile that is given. */
  readonly open: (session: OpenSession) => Promise<S>;
  /** Gives a session without a connection the settings that its host has by now. */
  readonly refresh: (id: SessionId) => Promise<void>;
}

export function createConfiguredSessions<S extends Configurable>(
  sshConfig: Pick<SshConfig, 'configure'>,
  sessions: Sessions<S>,
): ConfiguredSessions<S> {
  return {
    open: async ({ config, ...session }) => {
      const found = config === undefined ? null : await sshConfig.configure(config.host, config.own);
      if (config === undefined || found === null) return sessions.open(session);
      const opened = sessions.open({ profile: found.profile, savedAs: null, config });
      opened.configure(found.profile, remarksOf(found));
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

const isConnected = ({ state, keepalive }: SessionSnapshot) =>
  state.kind !== 'closed' && state.kind !== 'reconnecting' && !keepalive.stalled;

const remarksOf = ({ host, remarks }: ConfiguredHost): readonly string[] => [
  `The settings of ${host} come from the ssh_config files.`,
  ...remarks.map(remarkLine),
];
