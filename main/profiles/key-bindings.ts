import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result, success } from '#contract/failure.ts';
import { type KeyBindings, readKeyBindings } from '#contract/keys/key-bindings.ts';
import type { KeyPreset } from '#contract/keys/key-presets.ts';
import { t } from '#contract/language/language.ts';
import { replaceFile } from './storage/durable.ts';

/** The program's own keys, kept in a file of their own. */
export interface KeyBindingsStore {
  readonly current: () => KeyBindings;
  readonly set: (bindings: KeyBindings) => Result<KeyBindings>;
}

/** `preset` is what a user begins with. A file that can't be read counts for none. */
export function openKeyBindings(folder: string, preset: KeyPreset): KeyBindingsStore {
  const file = join(folder, 'keys.json');
  let current = readKeyBindings(readJson(file), preset);
  return {
    current: () => current,
    set: (bindings) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, `${JSON.stringify(bindings, null, 2)}\n`, { mode: 0o600 });
        replaceFile(`${file}.new`, file);
      } catch {
        return failed({
          code: 'storage-failed',
          message: t('The keys could not be written, and stay as they were.'),
          retryable: true,
          hint: t('Check that you may write to {folder}.', { folder }),
        });
      }
      current = bindings;
      return success(current);
    },
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
