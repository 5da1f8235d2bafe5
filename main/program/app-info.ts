import { app } from 'electron';
import type { AppInfo } from '#contract/channels/channels.ts';
import { runningCryptography, unavailableAlgorithms } from '../ssh/handshake/cryptography.ts';

/** What stays the same while the program runs. */
export type ProgramInfo = Omit<AppInfo, 'language'>;

/** What the window is told of the program and of the computer that it runs on. */
export const appInfo = (settingsFile: string): ProgramInfo => ({
  version: app.getVersion(),
  platform: platformName(),
  settingsFile,
  unavailableAlgorithms: unavailableAlgorithms(runningCryptography),
});

function platformName(): AppInfo['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
