import { readFileSync } from 'node:fs';
import { languageOfEnvironment } from '#contract/language/choice.ts';
import { setLanguage, t } from '#contract/language/language.ts';
import { noGui, parseCommandLine } from '../command-line/command-line.ts';
import { usage } from '../command-line/usage.ts';
import { runInTerminal } from './run-in-terminal.ts';
import { userDataFolder } from './user-data.ts';

/** The program without a window, for Node alone: `node out/cli/index.js user@host`. */
async function run(args: readonly string[]): Promise<number> {
  setLanguage(languageOfEnvironment(process.env));
  const asked = parseCommandLine([noGui, ...args.filter((word, index) => word !== noGui || index > 0)]);
  if (!asked.ok) return answer(process.stderr, `holdfast: ${asked.failure.message}`, 1);
  switch (asked.value.kind) {
    case 'help':
      return answer(process.stdout, usage, 0);
    case 'version':
      return answer(process.stdout, `Holdfast ${version()}`, 0);
    case 'open':
      return runInTerminal({ opening: asked.value, folder: userDataFolder(args, process.platform, process.env) });
    case 'dialog':
    case 'link':
      return answer(process.stderr, t('holdfast: Without a window a host must be given. --help lists the options.'), 1);
  }
}

function answer(stream: NodeJS.WriteStream, text: string, status: number): number {
  stream.write(`${text}\n`);
  return status;
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

process.exitCode = await run(process.argv.slice(2));
process.exit();
