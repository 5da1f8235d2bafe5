import type { Profile } from '#contract/profile/profile.ts';
import type { System } from '#contract/settings/definition.ts';
import { type ArrowKey, arrowKey, type EditingKey, editingKey } from './cursor-keys.ts';
import { functionKey } from './function-keys.ts';
import { keypadKey } from './keypad.ts';
import { afterEscape, type Modifiers } from './modifiers.ts';

/** The part of a KeyboardEvent that decides what is sent. */
export interface KeyPress extends Modifiers {
  readonly key: string;
  readonly code: string;
}

export type KeySettings = Pick<
  Profile,
  'backspaceKey' | 'homeEndKeys' | 'functionKeys' | 'arrowKeys' | 'keypadMode' | 'controlAltIsNotAltGr'
>;

/** What a program, or a setting, has put the keys into. */
export interface KeyModes {
  readonly applicationCursor: boolean;
  readonly applicationKeypad: boolean;
}

/** What a key sends that PuTTY's Keyboard panel speaks of; null leaves it to xterm.js. */
export function keyBytes(press: KeyPress, settings: KeySettings, modes: KeyModes, system: System): string | null {
  const { key, code } = press;
  if (code.startsWith('Numpad') || code === 'NumLock') {
    const sent = keypadKey(code, press, settings, modes.applicationKeypad);
    if (sent !== null) return sent;
  }
  if (key === 'Backspace') return backspace(press, settings);
  if (isArrow(key)) return arrowKey(key, press, settings.arrowKeys, modes.applicationCursor);
  if (isEditing(key)) {
    // Shift with these scrolls, copies and pastes here.
    if (press.shift && key.startsWith('Page')) return null;
    if (key === 'Insert' && (press.shift || press.ctrl)) return null;
    return editingKey(key, press, settings, modes.applicationCursor);
  }
  const number = Number(/^F(\d{1,2})$/.exec(key)?.[1] ?? 0);
  if (number >= 1 && number <= 12) return functionKey(number, press, settings.functionKeys);
  return system === 'windows' ? controlAlt(press, settings) : null;
}

function backspace(press: KeyPress, { backspaceKey }: KeySettings): string {
  // Ctrl+Backspace is the other one too, as in xterm.js.
  const isOther = press.shift !== press.ctrl;
  return afterEscape((backspaceKey === 'delete') === isOther ? '\b' : '\u007f', press);
}

/** Windows takes Ctrl+Alt for AltGr. Where that types nothing there is nothing to tell apart. */
function controlAlt({ key, code, ctrl, alt }: KeyPress, { controlAltIsNotAltGr }: KeySettings): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (!ctrl || !alt || letter === undefined || !controlAltIsNotAltGr) return null;
  const typed = /^[a-z]$/i.test(key) ? key.toUpperCase() : letter;
  return `\u001b${String.fromCharCode(typed.charCodeAt(0) & 0x1f)}`;
}

const isArrow = (key: string): key is ArrowKey => ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(key);
const isEditing = (key: string): key is EditingKey =>
  ['Home', 'End', 'Insert', 'Delete', 'PageUp', 'PageDown'].includes(key);
