import type { Profile } from '#contract/profile/profile.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import type { CharacterSet, FindCharacterSet } from './ports/character-set.ts';

/**
 * What one connection's bytes pass on their way: the server's character set on its side, UTF-8 on the session's, so that
 * the terminal, the history and what looks at output know of one set alone. In UTF-8 all bytes pass as they are.
 */
export interface Translation {
  readonly output: (bytes: Uint8Array) => Uint8Array;
  /** The program's standard error is a stream of its own. */
  readonly errorOutput: (bytes: Uint8Array) => Uint8Array;
  readonly input: (bytes: Uint8Array) => Uint8Array;
  /** From the next byte on. */
  readonly change: (name: Profile['characterSet']) => void;
}

interface Ways extends Omit<Translation, 'change'> {
  readonly name: Profile['characterSet'];
}

/** `onLog` hears once of each set that it lacks a character that was to be sent. */
export function createTranslation(
  find: FindCharacterSet,
  name: Profile['characterSet'],
  onLog: (text: string) => void,
): Translation {
  let ways = waysOf(name, find, onLog);
  return {
    output: (bytes) => ways.output(bytes),
    errorOutput: (bytes) => ways.errorOutput(bytes),
    input: (bytes) => ways.input(bytes),
    change: (next) => {
      if (next !== ways.name) ways = waysOf(next, find, onLog);
    },
  };
}

const asItIs = (bytes: Uint8Array) => bytes;

function waysOf(name: Profile['characterSet'], find: FindCharacterSet, onLog: (text: string) => void): Ways {
  const set = find(name);
  if (set === null) return { name, output: asItIs, errorOutput: asItIs, input: asItIs };
  let isTold = false;
  const noteLack = () => {
    if (!isTold) onLog(`A character that was typed or pasted is not in ${labelOf(name)}: it was sent as "?".`);
    isTold = true;
  };
  return { name, output: set.reader(), errorOutput: set.reader(), input: createInput(set, noteLack) };
}

function createInput({ encode }: CharacterSet, onLack: () => void): Translation['input'] {
  let decoder = utf8Decoder();
  return (bytes) => {
    try {
      const encoded = encode(decoder.decode(bytes, { stream: true }));
      if (!encoded.isWhole) onLack();
      return encoded.bytes;
    } catch {
      // No text: a mouse report of the old kind, whose bytes are numbers.
      decoder = utf8Decoder();
      return bytes;
    }
  };
}

const utf8Decoder = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const labelOf = (name: Profile['characterSet']) =>
  settingsTable.characterSet.choices.find(({ value }) => value === name)?.label ?? name;
