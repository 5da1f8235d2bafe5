import { app } from 'electron';
import { languageOfEnvironment } from '#contract/language/choice.ts';
import { setLanguage } from '#contract/language/language.ts';
import { type CommandLine, parseCommandLine, type RequestedOpening } from './command-line.ts';
import { programArguments } from './program-arguments.ts';
import { usage } from './usage.ts';

/**
 * Drawn glyphs that Chromium keeps in each process, MB. Of its own accord it is 1 MB, which is less than a log in Chinese
 * has: where no graphics processor draws, a page of it then takes half as long again, for glyphs are drawn anew.
 */
const glyphCacheMegabytes = 8;

export interface LaunchOptions {
  /** Starts the program with its window. */
  readonly start: (commandLine: CommandLine) => void;
  /** Runs a session in the terminal; resolves with the exit status. */
  readonly runInTerminal: (opening: RequestedOpening) => Promise<number>;
}

/**
 * Reads the command line and starts the program, once Electron is ready. A command line that cannot be followed is
 * answered on the terminal, with exit status 1; so are --help and --version, with 0. There is one instance with a
 * window: a second start hands its command line to the first. Sessions in terminals are processes of their own.
 */
export function launch({ start, runInTerminal }: LaunchOptions) {
  // What is answered on a terminal is in the terminal's language; a window has the user's choice.
  setLanguage(languageOfEnvironment(process.env));
  const parsed = parseCommandLine(programArguments(process.argv, app.isPackaged));
  if (!parsed.ok) return answerAndExit(`holdfast: ${parsed.failure.message}`, 1);
  const asked = parsed.value;
  if (asked.kind === 'help') return answerAndExit(usage, 0);
  if (asked.kind === 'version') return answerAndExit(`Holdfast ${app.getVersion()}`, 0);
  if (asked.kind === 'open' && asked.terminal !== null) {
    // Without these Electron ends where there is no display, which is where sessions in a terminal are wanted.
    if (process.platform === 'linux') app.commandLine.appendSwitch('ozone-platform', 'headless');
    app.commandLine.appendSwitch('disable-gpu');
    return void app.whenReady().then(async () => app.exit(await runInTerminal(asked)));
  }
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.commandLine.appendSwitch('skia-font-cache-limit-mb', String(glyphCacheMegabytes));
  void app.whenReady().then(() => start(asked));
}

function answerAndExit(text: string, code: 0 | 1): void {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  app.exit(code);
}
