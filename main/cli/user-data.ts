import { homedir } from 'node:os';
import { join } from 'node:path';

const dataSwitch = '--user-data-dir=';

/** As in package.json's productName: Electron names the folder after it. */
const programName = 'Holdfast';

/** Where the program keeps its user's data: the folder that Electron gives it, so that both have the same sessions. */
export function userDataFolder(
  args: readonly string[],
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string = homedir(),
): string {
  const given = args.find((word) => word.startsWith(dataSwitch))?.slice(dataSwitch.length);
  return given ?? join(appData(platform, env, home), programName);
}

function appData(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>, home: string): string {
  if (platform === 'win32') return env.APPDATA ?? join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  // The XDG base directory specification: a relative path is not valid.
  return env.XDG_CONFIG_HOME?.startsWith('/') ? env.XDG_CONFIG_HOME : join(home, '.config');
}
