import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { success } from '#contract/failure.ts';
import { readConfigFiles } from './files.ts';
import { keywords, type Tokens } from './keywords.ts';
import type { Resolved } from './resolve.ts';
import { corpus, type Sample } from './testing/corpus.ts';
import { createOpenSsh, type Printed } from './testing/open-ssh.ts';
import { resolveRunning } from './testing/run-commands.ts';
import { expandValue } from './tokens.ts';

const ssh = createOpenSsh();
const sshDir = join(ssh.homeDir, '.ssh');
const defaults = ssh.resolve('-F', '/dev/null', 'defaults');

beforeEach(() => rmSync(sshDir, { recursive: true, force: true }));
afterAll(() => ssh.remove());

function write(files: Sample['files']) {
  for (const [name, text] of Object.entries(files)) {
    const file = join(sshDir, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o600 });
  }
}

/** What we make of a command line. */
function ours(words: readonly string[]): Resolved {
  const [destination = ''] = words.slice(-1);
  const after = (option: string) => (words.includes(option) ? (words[words.indexOf(option) + 1] ?? null) : null);
  const [host = '', user = after('-l')] = destination.split('@').reverse();
  const port = after('-p');
  const files = readConfigFiles({ homeDir: ssh.homeDir, systemDir: join(ssh.homeDir, 'none') });
  return resolveRunning(files, { host, user, port: port === null ? null : Number(port), machine: ssh.machine });
}

/** Values that `ssh -G` prints before it replaces their tokens, which it does when it connects. */
const printedRaw = ['identityfile', 'certificatefile', 'proxycommand'];

/** What it prints of a keyword, and what we have for it. */
function bothOf(name: string, tokens: Tokens, theirs: Printed, { to, values }: Resolved) {
  const expand = (text: string) => {
    const expanded = printedRaw.includes(name) ? expandValue(text, tokens, to, ssh.machine) : success(text);
    return expanded.ok ? expanded.value : text;
  };
  const found = values.get(name)?.map(({ text }) => text);
  // Several on one line.
  const lines = name === 'userknownhostsfile' && found !== undefined ? [found.join(' ')] : found;
  const connecting = { user: to.user, port: String(to.port), hostname: to.host }[name];
  const mine = connecting === undefined ? (lines ?? (defaults?.get(name) ?? []).map(expand)) : [connecting];
  return { mine, printed: (theirs.get(name) ?? []).map(expand) };
}

describe('a corpus of configurations resolves as the installed ssh -G says', () => {
  it('has at least 60 of them', () => expect(corpus.length).toBeGreaterThanOrEqual(60));

  it.each(corpus)('$name', ({ files, asked }) => {
    write(files);
    for (const words of asked) {
      const theirs = ssh.resolve('-F', join(sshDir, 'config'), ...words);
      if (theirs === null) throw new Error('ssh refuses this configuration');
      const resolved = ours(words);
      for (const [name, { tokens }] of keywords) {
        const { mine, printed } = bothOf(name, tokens, theirs, resolved);
        expect({ words, name, values: mine }).toEqual({ words, name, values: printed });
      }
    }
  });
});
