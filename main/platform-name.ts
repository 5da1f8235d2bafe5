import type { AppInfo } from '#contract/channels.ts';

/** The system as the window knows it. */
export function platformName(): AppInfo['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
