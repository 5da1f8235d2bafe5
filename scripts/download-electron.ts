import { spawn } from 'node:child_process';
import { env } from 'node:process';

/** How long the release host may take to answer, ms: a closed network must not delay the start for longer. */
const answerLimitMs = 5000;

/** How long the download of about 110 MB may take, ms. */
const downloadLimitMs = 10 * 60_000;

const releases =
  env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/';

/** Gets Electron's binary by the package's own installer, if its release host can be reached at all. */
export async function downloadElectron(): Promise<void> {
  if (!(await canReach(releases))) return;
  console.log('Downloading Electron…');
  const installer = spawn(process.execPath, ['node_modules/electron/install.js'], { stdio: 'ignore' });
  const timer = setTimeout(() => installer.kill(), downloadLimitMs);
  await new Promise((resolve) => installer.once('exit', resolve));
  clearTimeout(timer);
}

async function canReach(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerLimitMs) });
    return ok;
  } catch {
    return false;
  }
}
