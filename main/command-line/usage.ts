import { options } from './options.ts';

/** Room for the longest option and its value. */
const nameWidth = 33;

const line = (name: string, help: string) => `  ${name.padEnd(nameWidth)} ${help}`;

/** What --help prints. */
export const usage = [
  'Usage: holdfast [options] [[user@]host]',
  '       holdfast ssh://[user@]host[:port]',
  '       holdfast --no-gui [options] [user@]host [command]',
  '',
  ...[...options].map(([name, { value, help }]) => line(`${name} ${value}`.trimEnd(), help)),
  line('--no-gui', 'run the session in this terminal, without a window'),
  line('--version', 'print the version'),
  line('--help', 'print this text'),
].join('\n');
