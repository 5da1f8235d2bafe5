import type { Profile } from '#contract/profile.ts';
import { clipboardOf } from '../terminal/mouse-scheme.ts';
import type { TerminalView } from '../terminal/terminal-view.ts';
import type { KeyAction } from './keys.ts';

/** Keys whose clipboard a session's settings name. */
type ClipboardKeys = Extract<KeyAction, { readonly kind: 'copy-by' | 'paste-by' }>;

const isClipboardKeys = (action: KeyAction): action is ClipboardKeys =>
  action.kind === 'copy-by' || action.kind === 'paste-by';

export type ClipboardChoices = Pick<Profile, 'insertKeys' | 'letterKeys'>;

/** Whether a key is the server's, because the settings of the session in front give it no clipboard. */
export const isLeftToServer = (action: KeyAction, choices: ClipboardChoices | undefined): boolean =>
  choices !== undefined && isClipboardKeys(action) && choices[action.keys] === 'none';

export function performClipboardKeys(
  { kind, keys }: ClipboardKeys,
  view: Pick<TerminalView, 'copy' | 'paste'>,
  choices: ClipboardChoices,
): void {
  const clipboard = clipboardOf(choices[keys]);
  if (clipboard === null) return;
  if (kind === 'copy-by') view.copy(clipboard);
  else view.paste(clipboard);
}
