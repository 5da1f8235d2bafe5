import { t } from '../language/language.ts';
import type { Profile, ProfileChanges } from '../profile/profile.ts';

/** Something to tell the user about ssh_config files: a full sentence, and where the line stands that it is about. */
export interface ConfigRemark {
  /** As it is shown: the home folder is `~`. */
  readonly file: string;
  /** 1 for the first; 0 is the file as a whole. */
  readonly line: number;
  readonly text: string;
}

/** What `~/.ssh/config` and the system's own file offer, as they were read just now. */
export interface SshConfigList {
  /** The names that `Host` lines give without a pattern, in the files' order. */
  readonly hosts: readonly string[];
  /** What could not be read of the files. */
  readonly remarks: readonly ConfigRemark[];
  /** Whether the commands of `Match exec` are run; `none`: there are no such lines. */
  readonly matchExec: 'none' | 'off' | 'on';
}

/** A host as the files configure it. */
export interface ConfiguredHost {
  readonly host: string;
  /** The user's Default Settings with what the files say over them. */
  readonly profile: Profile;
  /** What of it is not supported, was not understood or was left out. */
  readonly remarks: readonly ConfigRemark[];
}

/** Asks the files about a host when a session is opened, and each time that its user connects it again. */
export interface ConfigAsked {
  /** As it was typed or chosen. */
  readonly host: string;
  /** What the user set otherwise: it goes before the files, as options of a command line do. */
  readonly own: ProfileChanges;
}

/** A remark as a line: `~/.ssh/config, line 3: …`. */
export const remarkLine = ({ file, line, text }: ConfigRemark): string =>
  line === 0 ? `${file}: ${text}` : t('{file}, line {line}: {text}', { file, line, text });

/** `hostName` as it was typed, `user@` and brackets included; `changes` are what was set beside it. */
export function configAsked(hostName: string, { hostName: _typed, ...changes }: ProfileChanges): ConfigAsked {
  const text = hostName.trim();
  const at = text.lastIndexOf('@');
  const host = text.slice(at + 1).replace(/^\[(.*)\]$/, '$1');
  return { host, own: at > 0 ? { userName: text.slice(0, at), ...changes } : changes };
}
