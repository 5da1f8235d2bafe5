import { clipboard } from 'electron';
import type { ClipboardKind } from '#contract/channels.ts';

/** The desktop's clipboard of this kind; undefined for `selection` where the system has none. */
const clipboardOf = (kind: ClipboardKind) =>
  // The types promise a selection everywhere; only Linux has one.
  kind === 'clipboard' ? clipboard : (clipboard.selection as typeof clipboard.selection | undefined);

/** Empty when there is no such clipboard, or no text in it. */
export async function readClipboard(kind: ClipboardKind): Promise<string> {
  return (await clipboardOf(kind)?.readText()) ?? '';
}

/** Does nothing when there is no such clipboard. */
export async function writeClipboard(kind: ClipboardKind, text: string): Promise<void> {
  await clipboardOf(kind)?.writeText(text);
}
