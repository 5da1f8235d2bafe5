import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { System } from '#contract/settings/definition.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { type KeyPress, keyBytes } from './key-bytes.ts';

/** Has the terminal's keys send what the Keyboard panel says, before xterm.js would send its own. */
export function createKeyboard(terminal: Terminal, profile: Profile, system: System): TerminalPart {
  let settings = profile;

  terminal.attachCustomKeyEventHandler((event) => {
    // Input methods compose with such keys, and what the system's own modifier is held with is the system's.
    if (event.type !== 'keydown' || event.isComposing || event.metaKey) return true;
    const { applicationCursorKeysMode, applicationKeypadMode } = terminal.modes;
    const modes = { applicationCursor: applicationCursorKeysMode, applicationKeypad: applicationKeypadMode };
    const bytes = keyBytes(pressOf(event), settings, modes, system);
    if (bytes === null) return true;
    event.preventDefault();
    terminal.input(bytes);
    return false;
  });

  return {
    apply: (next) => {
      settings = next;
    },
    dispose: () => terminal.attachCustomKeyEventHandler(() => true),
  };
}

/** AltGr is no Ctrl and Alt, though Windows reports it so. */
function pressOf(event: KeyboardEvent): KeyPress {
  const isAltGr = event.getModifierState('AltGraph');
  return {
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    ctrl: event.ctrlKey && !isAltGr,
    alt: event.altKey && !isAltGr,
  };
}
