import type { NetConnectOpts } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '#contract/profile/profile.ts';

/** What this computer says of its X display. */
export interface X11Environment {
  /** `DISPLAY`; null: there is none. */
  readonly display: string | null;
  /** Where the display's cookies are kept, unless the profile says otherwise. */
  readonly authorityFile: string;
  /** As it stands in that file. */
  readonly hostName: string;
}

/** An X server that is reached over one of these ways, tried in order. */
export interface X11Display {
  /** As it was written, for sentences. */
  readonly name: string;
  readonly ways: readonly NetConnectOpts[];
  /** Whether it is on this computer, as far as its name says. */
  readonly isLocal: boolean;
  /** Its number, by which its cookie is found. */
  readonly display: string;
  readonly screen: number;
}

/** Displays listen on the TCP port that is their number and this. */
const firstPort = 6000;

/** Windows has no DISPLAY: its X servers listen as PuTTY expects them to. */
const windowsDisplay = 'localhost:0';

export const x11EnvironmentOf = (
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  homeDir: string,
): X11Environment => ({
  display: environment.DISPLAY || (platform === 'win32' ? windowsDisplay : null),
  authorityFile: environment.XAUTHORITY || join(homeDir, '.Xauthority'),
  hostName: hostname(),
});

/** The display that a profile wants its programs shown on, as it is written; null where there is none. */
export const displayNameOf = (
  { x11Display }: Pick<Profile, 'x11Display'>,
  { display }: X11Environment,
): string | null => x11Display.trim() || display;

/**
 * Reads `:0`, `unix:0.1`, `host:10.0`, `[::1]:0`, or the path of a socket that ends in the display, as launchd sets it on
 * macOS. Null if it is none of these (X(7), Display Names).
 */
export function parseDisplay(name: string): X11Display | null {
  const found = /^(.*):(\d{1,5})(?:\.(\d{1,5}))?$/.exec(name.trim());
  if (found === null) return null;
  const [, host = '', display = '', screen = '0'] = found;
  const common = { name: name.trim(), display: String(Number(display)), screen: Number(screen) };
  if (host.startsWith('/')) return { ...common, isLocal: true, ways: [{ path: `${host}:${display}` }] };
  if (host === '' || host === 'unix') {
    const path = `/tmp/.X11-unix/X${common.display}`;
    // Linux has an abstract socket too, which is there also where /tmp is another one.
    return { ...common, isLocal: true, ways: [{ path }, { path: `\0${path}` }] };
  }
  const port = firstPort + Number(display);
  if (port > 65_535 || /[\s/]/.test(host)) return null;
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const isLocal = ['localhost', '127.0.0.1', '::1'].includes(bare);
  return { ...common, isLocal, ways: [{ host: bare, port }] };
}
