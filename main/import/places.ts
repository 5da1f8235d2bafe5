import { join } from 'node:path';

/** What of this computer decides where other programs keep their settings. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
}

/** Folders in which PuTTY on Unix may keep its settings (its uxstore.c), those that it prefers first. */
export function puttyFolders({ environment, homeDir }: Surroundings): readonly string[] {
  const { PUTTYDIR, XDG_CONFIG_HOME } = environment;
  const config = XDG_CONFIG_HOME ? XDG_CONFIG_HOME : join(homeDir, '.config');
  return [...new Set([...(PUTTYDIR ? [PUTTYDIR] : []), join(config, 'putty'), join(homeDir, '.putty')])];
}

/** Where Tera Term keeps its settings: version 5 in the user's profile, older ones beside the program or in Documents. */
export function teraTermFiles({ platform, environment, homeDir }: Surroundings): readonly string[] {
  if (platform !== 'win32') return [];
  const { APPDATA, ProgramFiles } = environment;
  const smallPrograms = environment['ProgramFiles(x86)'];
  const folders = [
    ...(APPDATA ? [join(APPDATA, 'teraterm5')] : []),
    join(homeDir, 'Documents'),
    ...[ProgramFiles, smallPrograms].flatMap((folder) =>
      folder ? [join(folder, 'teraterm5'), join(folder, 'teraterm')] : [],
    ),
  ];
  return folders.map((folder) => join(folder, 'TERATERM.INI'));
}
