import type { Bridge } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import type { ConfiguredHost, SshConfigList } from '#contract/saved/ssh-config.ts';

/** What the dialog asks of the user's ssh_config files, which are read anew each time. */
export interface SshConfigActions {
  readonly list: () => Promise<Result<SshConfigList>>;
  readonly configure: (host: string) => Promise<Result<ConfiguredHost>>;
  readonly runCommands: (run: boolean) => Promise<Result<SshConfigList>>;
}

export const sshConfigActionsOf = (bridge: Pick<Bridge, 'request'>): SshConfigActions => ({
  list: () => bridge.request('ssh-config.list', {}),
  configure: (host) => bridge.request('ssh-config.configure', { host }),
  runCommands: (run) => bridge.request('ssh-config.run-commands', { run }),
});
