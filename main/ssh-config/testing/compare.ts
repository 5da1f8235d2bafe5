import { success } from '#contract/failure.ts';
import { readConfigFiles } from '../files.ts';
import { keywords, type Tokens } from '../keywords.ts';
import type { Resolved } from '../resolve.ts';
import { expandValue } from '../tokens.ts';
import type { OpenSsh, Printed } from './open-ssh.ts';
import { resolveRunning } from './run-commands.ts';

/** What we make of a command line of `ssh`. */
export function ours(ssh: OpenSsh, words: readonly string[]): Resolved {
  const [destination = ''] = words.slice(-1);
  const after = (option: string) => (words.includes(option) ? (words[words.indexOf(option) + 1] ?? null) : null);
  const [host = '', user = after('-l')] = destination.split('@').reverse();
  const port = after('-p');
  const files = readConfigFiles({ homeDir: ssh.homeDir, systemDir: `${ssh.homeDir}/none` });
  return resolveRunning(files, { host, user, port: port === null ? null : Number(port), machine: ssh.machine });
}

/** Values that `ssh -G` prints before it replaces their tokens, which it does when it connects. */
const printedRaw = ['identityfile', 'certificatefile', 'proxycommand'];

/** Every keyword that is understood, with what it comes to here and as `ssh -G` prints it. */
export function compare(ssh: OpenSsh, theirs: Printed, defaults: Printed, resolved: Resolved) {
  return [...keywords].map(([name, { tokens }]) => ({ name, ...bothOf(name, tokens) }));

  function bothOf(name: string, tokens: Tokens) {
    const { to, values } = resolved;
    const expand = (text: string) => {
      const expanded = printedRaw.includes(name) ? expandValue(text, tokens, to, ssh.machine) : success(text);
      return expanded.ok ? expanded.value : text;
    };
    const found = values.get(name)?.map(({ text }) => text);
    // Several on one line.
    const lines = name === 'userknownhostsfile' && found !== undefined ? [found.join(' ')] : found;
    // OpenSSH's default is "no" where the known hosts are elsewhere.
    const isElsewhere = name === 'updatehostkeys' && values.has('userknownhostsfile');
    const usual = isElsewhere ? ['false'] : (defaults.get(name) ?? []);
    const connecting = { user: to.user, port: String(to.port), hostname: to.host }[name];
    const mine = connecting === undefined ? (lines ?? usual.map(expand)) : [connecting];
    return { mine, printed: (theirs.get(name) ?? []).map(expand) };
  }
}
