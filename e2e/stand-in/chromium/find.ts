import { existsSync } from 'node:fs';
import { env } from 'node:process';

/** Where distributions and installers put Chromium or a browser of its family. */
const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of the Chromium to use, HOLDFAST_CHROMIUM first; null where there is none. */
export const findChromium = (): string | null => env.HOLDFAST_CHROMIUM ?? candidates.find(existsSync) ?? null;
