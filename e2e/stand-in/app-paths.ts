import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, execPath, platform } from 'node:process';

const userDataSwitch = '--user-data-dir=';

/** Where Electron keeps each system's application data. */
function appData(): string {
  if (platform === 'win32') return env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  // The XDG base directory specification: a relative path is not valid.
  return env.XDG_CONFIG_HOME?.startsWith('/') ? env.XDG_CONFIG_HOME : join(homedir(), '.config');
}

/** Electron's named folders, by `app.getPath`'s names, for an application of this name. */
export function appPaths(name: string): Map<string, string> {
  const home = homedir();
  const given = argv.find((word) => word.startsWith(userDataSwitch))?.slice(userDataSwitch.length);
  const userData = given ?? join(appData(), name);
  return new Map([
    ['home', home],
    ['appData', appData()],
    ['userData', userData],
    ['sessionData', userData],
    ['logs', join(userData, 'logs')],
    ['temp', tmpdir()],
    ['exe', execPath],
    ['desktop', join(home, 'Desktop')],
    ['documents', join(home, 'Documents')],
    ['downloads', join(home, 'Downloads')],
  ]);
}
