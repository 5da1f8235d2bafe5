import type { Profile, ProfileChanges } from '#contract/profile.ts';
import type { ConfigRemark, ConfiguredHost, SshConfigList } from '#contract/ssh-config.ts';
import type { ConfigFile } from './config-file.ts';
import { type ConfigPlaces, readConfigFiles } from './files.ts';
import { namedHosts, runsCommands } from './hosts.ts';
import { type Resolved, resolve } from './resolve.ts';
import { settingsOf } from './settings.ts';
import type { Machine } from './tokens.ts';

/** The ssh_config files of this user: read anew each time they are asked, and never written. */
export interface SshConfig {
  readonly list: () => SshConfigList;
  /** A host as the files have it, with the user's own settings before them; null if no line speaks of this host. */
  readonly configure: (host: string, own: ProfileChanges) => Promise<ConfiguredHost | null>;
}

export interface SshConfigOptions {
  readonly places: ConfigPlaces;
  readonly machine: Machine;
  /** The user's Default Settings. */
  readonly defaults: () => Profile;
  /** Whether the user lets the files run commands. */
  readonly mayRunCommands: () => boolean;
  readonly runCommand: (command: string) => Promise<boolean>;
}

/** More commands than that are a mistake of the file's. */
const maxCommands = 20;

/** Problems at most, so that a file of another kind does not fill a window. */
const maxRemarks = 100;

export function createSshConfig(options: SshConfigOptions): SshConfig {
  const { places, machine, defaults, mayRunCommands, runCommand } = options;

  const resolved = async (files: readonly ConfigFile[], host: string, own: ProfileChanges): Promise<Resolved> => {
    const results = new Map<string, boolean>();
    const wanted = { host, user: own.userName || null, port: own.portNumber ?? null, machine };
    for (;;) {
      const runs = mayRunCommands() && results.size < maxCommands;
      const resolution = resolve(files, { ...wanted, commandResults: runs ? results : null });
      if (resolution.kind === 'resolved') return resolution.resolved;
      results.set(resolution.command, await runCommand(resolution.command));
    }
  };

  return {
    list: () => {
      const files = readConfigFiles(places);
      return {
        hosts: namedHosts(files),
        remarks: distinct(files.flatMap(({ problems }) => problems)),
        matchExec: runsCommands(files) ? (mayRunCommands() ? 'on' : 'off') : 'none',
      };
    },
    configure: async (host, own) => {
      const files = readConfigFiles(places);
      const found = await resolved(files, host, own);
      if (!found.isNamed) return null;
      const { changes, remarks } = settingsOf(found);
      const base = defaults();
      // Without a User OpenSSH logs in as whoever runs it.
      const user = base.userName === '' ? { userName: found.to.user } : {};
      const problems = files.flatMap((file) => file.problems);
      return {
        host,
        profile: { ...base, ...user, ...changes, ...own },
        remarks: distinct([...problems, ...remarks]),
      };
    },
  };
}

function distinct(remarks: readonly ConfigRemark[]): readonly ConfigRemark[] {
  const byText = new Map(remarks.map((remark) => [JSON.stringify(remark), remark]));
  return [...byText.values()].slice(0, maxRemarks);
}
