import { findProgram } from '../../lab/programs.ts';
import { installPackages } from '../../lab/provision.ts';

/**
 * Debian packages of the programs that are measured or measure, each with a program of it. A list of its own: tests do
 * without the terminals in it.
 */
const programOf = {
  chromium: 'chromium',
  'openssh-client': 'ssh',
  'openssh-server': 'sshd',
  'putty-tools': 'plink',
  alacritty: 'alacritty',
  kitty: 'kitty',
  xauth: 'xauth',
  xdotool: 'xdotool',
  xterm: 'xterm',
  xvfb: 'Xvfb',
} as const satisfies Record<string, string>;

export type BenchPackage = keyof typeof programOf;

const isThere = (name: BenchPackage) => findProgram(programOf[name]) !== null;

/**
 * Installs what is missing, one package after the other, so that one which this system does not have keeps none of the
 * others out. Gives why each that is still missing is, as a sentence.
 */
export function providePackages(names: Iterable<BenchPackage>): ReadonlyMap<BenchPackage, string> {
  const missing = new Map<BenchPackage, string>();
  for (const name of new Set(names)) {
    if (isThere(name)) continue;
    const failure = installPackages([name]);
    if (!isThere(name)) missing.set(name, `${programOf[name]} is not installed. ${failure ?? ''}`.trimEnd());
  }
  return missing;
}
