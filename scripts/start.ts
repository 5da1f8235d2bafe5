import { spawn } from 'node:child_process';
import { argv, env, execPath, platform } from 'node:process';
import { ensureInstalled } from '../e2e/lab/provision.ts';
import { findChromium } from '../e2e/stand-in/chromium/find.ts';
import { buildIfNeeded } from './build.ts';
import { downloadElectron } from './download-electron.ts';
import { installedElectron } from './electron-binary.ts';

/** `npm start`: the program with the words after `--`, on Electron or, where its binary cannot be had, on the stand-in. */
async function start(args: readonly string[]): Promise<number> {
  const needsWindow = !args.some((word) => word === '--help' || word === '--version');
  if (needsWindow && platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    throw new Error(
      'There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. ' +
        'Run this in a desktop session, or under a virtual one: xvfb-run npm start',
    );
  }
  buildIfNeeded();
  if (installedElectron() === null) await downloadElectron();
  const electron = installedElectron();
  if (electron !== null) return run(electron, [...noSandboxAsRoot(), '.', ...args]);
  console.log(
    "Electron's binary cannot be downloaded here: Holdfast runs on the stand-in, with this machine's Chromium.",
  );
  if (findChromium() === null) ensureInstalled(['chromium']);
  return run(execPath, ['--import', './e2e/stand-in/register.mjs', 'out/main/index.js', ...args]);
}

/** Electron refuses to start as root with its sandbox. */
const noSandboxAsRoot = () => (platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** Runs the program in this terminal until it ends; resolves with its exit status. */
function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit' });
  // Ctrl+C reaches it by itself; a signal to npm alone is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await start(argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
