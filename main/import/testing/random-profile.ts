import type { Forward } from '#contract/forwards/forward.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { paletteEntries } from '#contract/settings/palette.ts';
import { type SettingKey, settingKeys, settingOf } from '#contract/settings/settings-table.ts';

/** Numbers from 0 to 1 that are the same for each seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a text may be spoilt by on its way through a file. */
const characters = [...'aZ09 "\'\\/{}[],:=%&<>$`#~|ß日本🚀\u00a0é'];

/** A profile with a value of every setting by chance, each within its row's limits. */
export function randomProfile(random: () => number): Profile {
  const values = settingKeys.map((key) => [key, randomValue(key, random)] as const);
  // The texts with a grammar of their own.
  const manualHostKeys = random() < 0.5 ? '' : `SHA256:${'A'.repeat(43)}`;
  const terminalType = random() < 0.5 ? 'vt100' : 'screen.xterm-256color';
  return { ...defaultProfile, ...Object.fromEntries(values), manualHostKeys, terminalType };
}

function randomValue(key: SettingKey, random: () => number): unknown {
  const setting = settingOf(key);
  const upTo = (count: number) => Math.floor(random() * count);
  const pick = <T>(items: readonly T[]): T => items[upTo(items.length)] as T;
  const text = (most: number) =>
    Array.from({ length: upTo(Math.min(most, 30)) }, () => pick(characters))
      .join('')
      .slice(0, most);
  const some = <T>(make: (index: number) => T): readonly T[] =>
    Array.from({ length: upTo(4) }, (_, index) => make(index));
  switch (setting.type) {
    case 'text':
      return text(setting.maxLength);
    case 'integer':
      return setting.min + upTo(setting.max - setting.min + 1);
    case 'toggle':
      return random() < 0.5;
    case 'choice':
      return pick(setting.choices).value;
    case 'pairs':
      if (setting.names === 'terminal-modes') return pick([[], [{ name: 'INTR', value: '^X' }]]);
      return some((index) => ({ name: `NAME_${index}`, value: text(30) }));
    case 'list':
      return some((index) => `item${index}`);
    case 'palette':
      return Object.fromEntries(paletteEntries.filter(() => random() < 0.2).map(({ name }) => [name, '#12abef']));
    case 'order':
      return [...setting.default].sort(() => random() - 0.5);
    case 'forwards':
      return some((index) => forward(index, pick(['local', 'remote', 'dynamic', 'remote-dynamic'] as const)));
    case 'highlight-sets':
      return some((index) => `set-${index}`);
    case 'text-rules':
      return some((index) => ({ pattern: `word${index}`, colour: 'red', notify: index % 2 === 0, snippet: '' }));
    default:
      throw new Error(`No values by chance for ${(setting as { readonly type: string }).type}.`);
  }
}

function forward(index: number, kind: Forward['kind']): Forward {
  const port = { family: 'auto', bindAddress: index % 2 === 0 ? '' : '::1', port: 8000 + index } as const;
  const listener = index === 3 ? { listenPath: '/run/app 3.sock' } : port;
  if (kind === 'dynamic' || kind === 'remote-dynamic') return { kind, ...listener };
  return {
    kind,
    ...listener,
    ...(index === 2 ? { path: '/run/db.sock' } : { host: 'inner.example.com', hostPort: 80 }),
  };
}
