import type { Terminal } from '@xterm/xterm';
import type { ClipboardKind } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalHost } from '../terminal-host.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { createPasteQueue } from './paste-queue.ts';
import { cleanPaste, needsQuestion } from './paste-text.ts';

export interface Pasting extends Required<TerminalPart> {
  readonly pasteFrom: (from: ClipboardKind) => void;
  readonly pasteText: (text: string) => void;
  /**
   * What xterm.js would send, be it typed or pasted: it goes out in the order in which the user began it. `isUsers`: the
   * user has typed it.
   */
  readonly handleData: (data: string, isUsers: boolean) => void;
}

export interface PastingOptions {
  readonly host: Pick<TerminalHost, 'readClipboard' | 'confirmPaste' | 'onUserInput'>;
  readonly send: (text: string) => void;
  /** Nothing is pasted into a session that has ended. */
  readonly hasEnded: () => boolean;
}

/** Pastes into a terminal, whichever way the user asks for it. */
export function createPasting(
  terminal: Terminal,
  element: HTMLElement,
  { host, send, hasEnded }: PastingOptions,
  profile: Profile,
): Pasting {
  let { pasteControls } = profile;
  let inserting = false;
  const type = ({ text, isUsers }: { readonly text: string; readonly isUsers: boolean }) => {
    send(text);
    if (isUsers) host.onUserInput({ kind: 'typed', text });
  };
  const queue = createPasteQueue(type, (text) => {
    if (hasEnded()) return;
    inserting = true;
    terminal.paste(text);
    inserting = false;
    host.onUserInput({ kind: 'pasted', text });
  });
  const pasteWhat = (fetch: () => Promise<string | null>) => {
    if (hasEnded()) return;
    queue.paste(async () => {
      const text = cleanPaste((await fetch()) ?? '', pasteControls);
      return !needsQuestion(text) || (await host.confirmPaste(text)) ? text : null;
    });
  };

  // Pastes that the browser makes by itself, such as from macOS's Edit menu, take the same way as the others.
  const handlePaste = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const text = event.clipboardData?.getData('text/plain') ?? null;
    pasteWhat(async () => text);
  };
  element.addEventListener('paste', handlePaste, { capture: true });

  return {
    pasteFrom: (from) => pasteWhat(() => host.readClipboard(from)),
    pasteText: (text) => pasteWhat(async () => text),
    handleData: (text, isUsers) => (inserting ? send(text) : queue.type({ text, isUsers })),
    apply: (next) => {
      pasteControls = next.pasteControls;
    },
    dispose: () => element.removeEventListener('paste', handlePaste, { capture: true }),
  };
}
