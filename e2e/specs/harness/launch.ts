import { installedElectron } from '../../../scripts/electron-binary.ts';
import type { App, LaunchOptions } from './app.ts';
import { launchElectron } from './launch-electron.ts';
import { launchStandIn } from './launch-stand-in.ts';

/** Starts the built program: on Electron where its binary is, else on the stand-in. */
export function launchApp(options: LaunchOptions = {}): Promise<App> {
  const binary = installedElectron();
  return binary === null ? launchStandIn(options) : launchElectron(binary, options);
}
