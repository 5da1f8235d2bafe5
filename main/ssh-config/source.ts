import type { Profile, ProfileChanges } from '#contract/profile/profile.ts';
import type { ConfigRemark, ConfiguredHost, SshConfigList } from '#contract/saved/ssh-config.ts';
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
  /**
   * The settings of a jump host, `user@host:port`, by the files; null if no line speaks of it. The commands of `Match exec`
   * are not run for one.
   */
  readonly jumpHost: (text: string) => Profile | null;
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

  const wantedOf = (host: string, own: ProfileChanges) => ({
    ...{ host, machine },
    user: own.userName || null,
    port: own.portNumber ?? null,
  });

  const configured = (found: Resolved, host: string, own: ProfileChanges, files: readonly ConfigFile[]) => {
    const { changes, remarks } = settingsOf(found);
    const base = defaults();
    // Without a User OpenSSH logs in as whoever runs it.
    const user = base.userName === '' ? { userName: found.to.user } : {};
    const problems = files.flatMap((file) => file.problems);
    return { host, profile: { ...base, ...user, ...changes, ...own }, remarks: distinct([...problems, ...remarks]) };
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
      if (!isHarmless(host, own)) return null;
      const files = readConfigFiles(places);
      const results = new Map<string, boolean>();
      for (;;) {
        const runs = mayRunCommands() && results.size < maxCommands;
        const resolution = resolve(files, { ...wantedOf(host, own), commandResults: runs ? results : null });
        if (resolution.kind === 'asks') results.set(resolution.command, await runCommand(resolution.command));
        else return resolution.resolved.isNamed ? configured(resolution.resolved, host, own, files) : null;
      }
    },
    jumpHost: (text) => {
      const parts = /^(?:(.+)@)?([^@:[\]]+|\[[^\]]+\])(?::(\d{1,5}))?$/.exec(text);
      const host = parts?.[2]?.replace(/^\[(.*)\]$/, '$1') ?? '';
      const user = parts?.[1] === undefined ? {} : { userName: parts[1] };
      const own = { ...user, ...(parts?.[3] === undefined ? {} : { portNumber: Number(parts[3]) }) };
      if (host === '' || !isHarmless(host, own)) return null;
      const files = readConfigFiles(places);
      const resolution = resolve(files, { ...wantedOf(host, own), commandResults: null });
      if (resolution.kind === 'asks' || !resolution.resolved.isNamed) return null;
      return configured(resolution.resolved, host, own, files).profile;
    },
  };
}

/**
 * Names go into commands by tokens: as in OpenSSH 9.6 one that a shell could take for more than a name is not looked up.
 */
const isHarmless = (host: string, { userName = '' }: ProfileChanges): boolean =>
  !/^-|[\s\p{Cc}'"`$\\;&<>|(){}]/u.test(host) && !/^-|[\p{Cc}'"`;&<>|(){}$]|\\$/u.test(userName);

function distinct(remarks: readonly ConfigRemark[]): readonly ConfigRemark[] {
  const byText = new Map(remarks.map((remark) => [JSON.stringify(remark), remark]));
  return [...byText.values()].slice(0, maxRemarks);
}
