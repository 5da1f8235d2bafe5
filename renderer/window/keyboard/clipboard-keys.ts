import type { Profile } from '#contract/profile/profile.ts';
import { clipboardOf } from '../../terminal/mouse/mouse-scheme.ts';
import type { TerminalView } from '../../terminal/terminal-view.ts';
import type { KeyAction } from './keys.ts';

/** Keys whose clipboard a session's settings name. */
type ClipboardKeys = Extract<KeyAction, { readonly kind: 'copy-by' | 'paste-by' }>;

/**
 * What they type where they have no clipboard: the letters as PuTTY sends them, Ins as xterm does. Chromium would paste by
 * some of them itself, and xterm.js sends none.
 */
const typed = {
  letterKeys: { 'copy-by': '\u0003', 'paste-by': '\u0016' },
  insertKeys: { 'copy-by': '\u001b[2;5~', 'paste-by': '\u001b[2;2~' },
} as const;

export function performClipboardKeys(
  { kind, keys }: ClipboardKeys,
  view: Pick<TerminalView, 'copy' | 'paste' | 'type'>,
  choices: Pick<Profile, 'insertKeys' | 'letterKeys'>,
): void {
  const clipboard = clipboardOf(choices[keys]);
  if (clipboard === null) view.type(typed[keys][kind]);
  else if (kind === 'copy-by') view.copy(clipboard);
  else view.paste(clipboard);
}
