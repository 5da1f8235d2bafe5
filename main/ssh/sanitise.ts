/** Characters kept of a server's one-line text: versions, reasons, prompts. */
const lineLength = 512;

/** Characters kept of a server's longer text: banners and instructions. */
const textLength = 4096;

/**
 * C0 but tab and line feed, DEL, C1, and the characters that reorder, hide or break text (bidi controls, zero-width,
 * line separators, byte order mark, interlinear and tag characters): a server could forge a look with any of them.
 */
const dangerous =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Half a pair: no character. A file's name may have it (sftp/name-bytes.ts). */
const unpaired = /\p{Cs}/gu;

const harmless = (text: string): string => text.replace(dangerous, '').replace(unpaired, '\ufffd');

/** Text of a server made fit to show, over several lines; cut to 4096 characters. */
export const harmlessText = (text: string): string => cut(harmless(text), textLength);

/** Text of a server made fit to show in one line; cut to 512 characters. */
export const harmlessLine = (text: string): string => cut(harmless(text).replace(/\s+/gu, ' ').trim(), lineLength);

/** By code points, so that no half of a surrogate pair stays. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${[...text.slice(0, length * 2)].slice(0, length).join('')}…`;
}
