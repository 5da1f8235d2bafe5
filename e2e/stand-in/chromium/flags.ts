import { env, getuid } from 'node:process';

/** An own first page, so that Chromium's window is of the `file:` origin from the start and shows no address bar. */
export const blankPage = new URL('../blank.html', import.meta.url).href;

/** True where no window may be seen, as in specs. */
export const isHeadless = env.HOLDFAST_STAND_IN_HEADLESS === '1';

/** True if specs may reach Chromium through a debugging port. */
export const isControlled = env.HOLDFAST_STAND_IN_CONTROL === '1';

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--noerrdialogs',
  '--hide-crash-restore-bubble',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=Translate',
  // No keyring is asked for a password.
  '--password-store=basic',
  '--use-mock-keychain',
];

/** As Electron is: WebGL without a GPU too, module scripts from `file:`, and no permission without a handler. */
const likeElectron = ['--enable-unsafe-swiftshader', '--allow-file-access-from-files', '--deny-permission-prompts'];

/** Chromium's sandbox cannot start as root; `--test-type` keeps the warning of it out of the window. */
const asRoot = getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];

/** What the application has added, as words of a command line. */
export const addedFlags: string[] = [];

interface WindowFlags {
  readonly profileDir: string;
  readonly width: number;
  readonly height: number;
}

/** The command line for one application window. */
export const chromiumFlags = ({ profileDir, width, height }: WindowFlags): readonly string[] => [
  '--remote-debugging-pipe',
  ...(isControlled ? ['--remote-debugging-port=0'] : []),
  `--user-data-dir=${profileDir}`,
  `--window-size=${width},${height}`,
  ...quiet,
  ...likeElectron,
  ...asRoot,
  ...addedFlags,
  ...(isHeadless ? ['--headless'] : []),
  `--app=${blankPage}`,
];
