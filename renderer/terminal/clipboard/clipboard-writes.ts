import type { ClipboardKind } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { limit } from '../guards/limiter.ts';
import { maxPayload } from '../guards/payload-guards.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';

/** What a program wants to have on a clipboard. */
export interface ClipboardWrite {
  readonly to: ClipboardKind;
  readonly text: string;
}

/** Of a program that writes without end, the newest text counts once in this time. */
const writePeriodMs = 200;

/**
 * OSC 52 of xterm: `52;selections;base64`. What would read the clipboard (`?`) is never answered, nor is a text written
 * that the terminal's own limit has cut.
 */
export function createClipboardWrites({ terminal, host, isReplaying }: PartContext, profile: Profile): TerminalPart {
  let { clipboardWrites } = profile;
  const limiter = limit<ClipboardWrite>(writePeriodMs, (write) => {
    if (clipboardWrites === 'allow') host.writeClipboard(write.to, write.text);
    else if (clipboardWrites === 'ask') host.onClipboardWrite(write);
  });
  const handler = terminal.parser.registerOscHandler(52, (data) => {
    const [, selections = '', encoded = ''] = /^([cpqs0-7]{0,16});(.+)$/s.exec(data) ?? [];
    if (encoded === '' || data.length >= maxPayload || isReplaying() || clipboardWrites === 'refuse') return true;
    const text = decoded(encoded);
    if (text === null) return true;
    // Any other selection than X11's PRIMARY is the clipboard, as in tmux and vim on other systems.
    const write: ClipboardWrite = { to: /^[ps]+$/.test(selections) ? 'selection' : 'clipboard', text };
    limiter.offer(write);
    return true;
  });
  return {
    apply: (next) => {
      clipboardWrites = next.clipboardWrites;
    },
    dispose: () => {
      handler.dispose();
      limiter.dispose();
    },
  };
}

/** Null if it is no base64 of UTF-8 text. */
function decoded(base64: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
