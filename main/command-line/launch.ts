import { app } from 'electron';
import { type CommandLine, parseCommandLine, usage } from './command-line.ts';
import { programArguments } from './program-arguments.ts';

/**
 * Reads the command line and starts the program, once Electron is ready. A command line that cannot be followed is
 * answered on the terminal, with exit status 1; so are --help and --version, with 0. There is one instance: a second
 * start hands its command line to the first, so that one process alone writes the saved sessions.
 */
export function launch(start: (commandLine: CommandLine) => void): void {
  const parsed = parseCommandLine(programArguments(process.argv, app.isPackaged));
  if (!parsed.ok) answerAndExit(`holdfast: ${parsed.failure.message}`, 1);
  else if (parsed.value.kind === 'help') answerAndExit(usage, 0);
  else if (parsed.value.kind === 'version') answerAndExit(`Holdfast ${app.getVersion()}`, 0);
  else if (app.requestSingleInstanceLock()) void app.whenReady().then(() => start(parsed.value));
  else app.quit();
}

function answerAndExit(text: string, code: 0 | 1): void {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  app.exit(code);
}
