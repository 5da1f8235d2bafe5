import { type KeyBindings, keyTableOf } from '#contract/keys/key-bindings.ts';
import { type BoundAction, digitModifiers, type KeyTable } from '#contract/keys/key-presets.ts';
import type { MenuAction } from '#contract/menu.ts';

/** What a key can ask for: whatever a menu can, and some things that have no place in one. */
export type KeyAction =
  | MenuAction
  /** Zero-based; the last one is wanted as -1. */
  | { readonly kind: 'select-tab'; readonly index: number }
  | { readonly kind: 'show-menu' }
  | { readonly kind: 'close-window' }
  /** By keys whose clipboard, or none, the session's settings name. */
  | { readonly kind: 'copy-by' | 'paste-by'; readonly keys: 'insertKeys' | 'letterKeys' };

/** The part of a KeyboardEvent that decides. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

/** What the program's own keys do. */
export interface Keys {
  readonly table: KeyTable;
  /** The modifier with which a digit selects a tab. */
  readonly digitModifier: string | null;
}

export const keysOf = (bindings: KeyBindings): Keys => ({
  table: keyTableOf(bindings),
  digitModifier: digitModifiers[bindings.preset],
});

/** What a key asks of the program; null leaves it to the terminal. */
export function keyAction({ table, digitModifier }: Keys, press: KeyPress): KeyAction | null {
  const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined && digitModifier !== null && modifiersOf(press) === digitModifier) {
    return { kind: 'select-tab', index: digit === '9' ? -1 : Number(digit) - 1 };
  }
  const bound = table[keyNameOf(press)];
  return bound === undefined ? null : actionOf(bound);
}

function actionOf(bound: BoundAction): KeyAction {
  switch (bound) {
    case 'copy-by-letter':
      return { kind: 'copy-by', keys: 'letterKeys' };
    case 'paste-by-letter':
      return { kind: 'paste-by', keys: 'letterKeys' };
    case 'copy-by-insert':
      return { kind: 'copy-by', keys: 'insertKeys' };
    case 'paste-by-insert':
      return { kind: 'paste-by', keys: 'insertKeys' };
    default:
      return { kind: bound } as KeyAction;
  }
}

/** What a key is called in the tables, with what is held. */
export const keyNameOf = (press: KeyPress): string =>
  [modifiersOf(press), keyName(press)].filter((part) => part !== '').join('+');

function modifiersOf({ ctrlKey, shiftKey, altKey, metaKey }: KeyPress): string {
  const held = { ctrl: ctrlKey, alt: altKey, shift: shiftKey, meta: metaKey };
  return Object.entries(held)
    .flatMap(([name, isHeld]) => (isHeld ? [name] : []))
    .join('+');
}

/** The key alone: what it types, or its place where that is no ASCII letter or changes with Shift. */
function keyName({ code, key }: KeyPress): string {
  if (code === 'BracketLeft') return '[';
  if (code === 'BracketRight') return ']';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const typesOtherScript = (key.codePointAt(0) ?? 0) > 0x7f;
  return (letter !== undefined && typesOtherScript ? letter : key).toLowerCase();
}
