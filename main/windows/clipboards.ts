import { ClipboardItem, clipboard } from 'electron';
import type { ClipboardKind, RichText } from '#contract/channels/channels.ts';

/** What was selected last, in whichever window, where the system has no clipboard for it. */
let lastSelected = '';

/** The types promise a selection everywhere; only Linux has one. */
const desktopsSelection = () => clipboard.selection as typeof clipboard.selection | undefined;

/** Empty when there is no text in it. */
export async function readClipboard(kind: ClipboardKind): Promise<string> {
  if (kind === 'clipboard') return clipboard.readText();
  return desktopsSelection()?.readText() ?? lastSelected;
}

/** `rich` is the same text with its looks, for programs that take them. */
export async function writeClipboard(kind: ClipboardKind, text: string, rich?: RichText): Promise<void> {
  if (kind === 'selection') {
    lastSelected = text;
    await desktopsSelection()?.writeText(text);
  } else if (rich === undefined) await clipboard.writeText(text);
  else {
    const forms = { 'text/plain': text, 'text/html': rich.html, 'text/rtf': rich.rtf };
    await clipboard.write([new ClipboardItem(forms)]);
  }
}
