import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { findProgram } from './programs.ts';

/** Debian packages that the lab needs, each with the programs that it is wanted for. */
const programsOf = {
  chromium: [['chromium', 'google-chrome']],
  'openssh-server': [['sshd']],
  'openssh-client': [['ssh'], ['ssh-keygen'], ['ssh-agent'], ['ssh-add']],
  xvfb: [['Xvfb']],
  curl: [['curl']],
  'netcat-openbsd': [['nc']],
  bsdutils: [['script']],
  socat: [['socat']],
  lrzsz: [['sz'], ['rz']],
  xauth: [['xauth']],
  'x11-utils': [['xdpyinfo'], ['xwininfo'], ['xev']],
  xterm: [['xterm']],
  iproute2: [['ip'], ['tc']],
  nftables: [['nft']],
  conntrack: [['conntrack']],
  openssl: [['openssl']],
  'putty-tools': [['plink'], ['puttygen']],
  'dropbear-bin': [['dropbear'], ['dropbearconvert']],
  faketime: [['faketime']],
  microsocks: [['microsocks']],
  'dante-server': [['danted']],
  tinyproxy: [['tinyproxy']],
  vim: [['vim']],
  tmux: [['tmux']],
  less: [['less']],
  procps: [['top']],
  htop: [['htop']],
  mc: [['mc']],
  nano: [['nano']],
  dialog: [['dialog']],
  'emacs-nox': [['emacs']],
} as const satisfies Record<string, readonly (readonly string[])[]>;

export type LabPackage = keyof typeof programsOf;

/** Without these no test runs. */
export const labPackages = [
  'chromium',
  'openssh-server',
  'openssh-client',
  'xvfb',
  'curl',
  'netcat-openbsd',
  'bsdutils',
  'socat',
  'lrzsz',
  'xauth',
  'x11-utils',
] as const satisfies readonly LabPackage[];

/** What the NAT lab is made of, for root on Linux alone. Tests that need it are skipped without. */
export const natPackages = ['iproute2', 'nftables', 'conntrack'] as const satisfies readonly LabPackage[];

/** Proxies of each kind. Tests that need them are skipped without. */
export const proxyPackages = ['microsocks', 'dante-server', 'tinyproxy'] as const satisfies readonly LabPackage[];

/** Programs that take the whole screen. Specs that need them are skipped without. */
export const screenPackages = [
  'vim',
  'tmux',
  'less',
  'procps',
  'htop',
  'mc',
  'nano',
  'dialog',
] as const satisfies readonly LabPackage[];

/** The packages with a program that `find` does not find; where a program has several names, one is enough. */
export const missingPackages = (
  packages: readonly LabPackage[],
  find: (program: string) => string | null,
): readonly LabPackage[] =>
  packages.filter((name) => !programsOf[name].every((names) => names.some((program) => find(program) !== null)));

/** What this machine lets us do. */
export interface Installer {
  readonly hasApt: boolean;
  readonly isRoot: boolean;
  /** `sudo -n` works: no password is asked. */
  readonly hasSudo: boolean;
}

/**
 * The commands that install packages, in order, or null where only the user can. The package lists come first: a fresh
 * image has none, and old ones name files that are gone.
 */
export function installCommands(
  packages: readonly string[],
  { hasApt, isRoot, hasSudo }: Installer,
): readonly (readonly string[])[] | null {
  if (!hasApt || !(isRoot || hasSudo)) return null;
  const apt = [...(isRoot ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  return [
    [...apt, 'update'],
    [...apt, 'install', '--yes', '--no-install-recommends', ...packages],
  ];
}

/** Installs packages by apt-get, as root or through sudo. Gives why that is not possible or failed, or null. */
export function installPackages(packages: readonly string[]): string | null {
  const commands = installCommands(packages, installerHere());
  if (commands === null) return `Install these packages first: ${packages.join(' ')}`;
  console.error(`Installing ${packages.join(', ')} with apt-get…`);
  for (const [program = '', ...rest] of commands) {
    const { status, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
    if (status !== 0) return `apt-get failed. Install these packages: ${packages.join(' ')}\n${stderr ?? ''}`;
  }
  return null;
}

/**
 * Installs what is missing of these packages, and prints one line if there was anything to do. Throws an Error that
 * names exactly what to install where that is not possible or fails.
 */
export function ensureInstalled(packages: readonly LabPackage[]): void {
  const missing = missingPackages(packages, findProgram);
  if (missing.length === 0) return;
  const failure = installPackages(missing);
  if (failure !== null) throw new Error(failure);
  const still = missingPackages(missing, findProgram);
  if (still.length > 0) throw new Error(`Installed, but their programs are not there: ${still.join(' ')}`);
}

const installerHere = (): Installer => ({
  hasApt: findProgram('apt-get') !== null,
  isRoot: process.getuid?.() === 0,
  hasSudo: findProgram('sudo') !== null && spawnSync('sudo', ['-n', 'true']).status === 0,
});

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureInstalled(labPackages);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
  try {
    if (process.platform === 'linux' && process.getuid?.() === 0)
      ensureInstalled([...natPackages, ...proxyPackages, ...screenPackages, 'putty-tools', 'dropbear-bin']);
  } catch (error) {
    console.log(`Some tests of the lab will be skipped. ${(error as Error).message}`);
  }
}
