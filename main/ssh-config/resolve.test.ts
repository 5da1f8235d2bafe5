import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { compare, ours } from './testing/compare.ts';
import { corpus } from './testing/corpus.ts';
import { createOpenSsh } from './testing/open-ssh.ts';
import { pieces, randomConfig, randomOf } from './testing/random-config.ts';

const ssh = createOpenSsh();
const defaults = ssh.resolve('-F', '/dev/null', 'defaults') ?? new Map();

beforeEach(() => ssh.write({}));
afterAll(() => ssh.remove());

/** Asks `ssh` and us; false if `ssh` refuses the files. */
function expectSame(words: readonly string[], about: string): boolean {
  const theirs = ssh.resolve('-F', ssh.configFile, ...words);
  if (theirs === null) return false;
  for (const { name, mine, printed } of compare(ssh, theirs, defaults, ours(ssh, words))) {
    expect({ about, words, name, values: mine }).toEqual({ about, words, name, values: printed });
  }
  return true;
}

describe('a corpus of configurations resolves as the installed ssh -G says', () => {
  it('has at least 60 of them', () => expect(corpus.length).toBeGreaterThanOrEqual(60));

  it.each(corpus)('$name', ({ name, files, asked }) => {
    ssh.write(files);
    for (const words of asked) expect(expectSame(words, name)).toBe(true);
  });
});

describe('configurations put together at random', () => {
  it('resolve as ssh -G says wherever it takes them', () => {
    let taken = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const config = randomConfig(seed, pieces.sound);
      ssh.write({ config, more: randomConfig(seed + 1000, pieces.sound) });
      if (expectSame([['web', 'db', 'web.lan'][seed % 3] ?? 'web'], config)) taken += 1;
    }
    expect(taken).toBeGreaterThan(100);
  });

  it('never throw, whatever they hold', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const random = randomOf(seed);
      const text = randomConfig(seed, pieces.broken);
      const at = Math.floor(random() * text.length);
      ssh.write({
        config: text.slice(0, at) + String.fromCharCode(1 + random() * 0x300) + text.slice(at + random() * 9),
      });
      expect(ours(ssh, ['web']).to.originalHost).toBe('web');
    }
  });
});
