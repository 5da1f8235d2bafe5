/** Ends and starts of a bracketed paste, with the two-byte and the one-byte CSI. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const pasteMarker = /(?:\u001b\[|\u009b)20[01]~/g;

/** Control characters but tab and line ends: pasted, they would act as keys. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const escapes = /[\u001b\u009b]/g;

/**
 * What may be pasted of a text from the clipboard; `permitControls` is "Permit control characters in pasted text". Line
 * ends become the Enter key, as xterm sends it. No marker is ever left by nesting one in another: every ESC and CSI goes.
 */
export function cleanPaste(text: string, permitControls: boolean): string {
  const unmarked = text.replace(pasteMarker, '');
  const isNested = unmarked.search(pasteMarker) >= 0;
  const cleaned = permitControls
    ? isNested
      ? unmarked.replace(escapes, '')
      : unmarked
    : unmarked.replace(control, '');
  return cleaned.replace(/\r?\n/g, '\r');
}

/** A paste with a line end in it runs something at once, so it is asked about. */
export const needsQuestion = (cleaned: string): boolean => cleaned.includes('\r');

/** Lines of a cleaned paste; a line end after the last one begins no further line. */
export const pasteLines = (cleaned: string): readonly string[] => cleaned.replace(/\r$/, '').split('\r');
