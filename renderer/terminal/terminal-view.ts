import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import './terminal.css';
import type { UserInput } from '#contract/channels/broadcast-channels.ts';
import type { ClipboardKind } from '#contract/channels/channels.ts';
import type { Erasure } from '#contract/channels/data-port.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { createCopying } from './clipboard/copying.ts';
import { createPasting } from './clipboard/pasting.ts';
import { type DataLink, linkData } from './data-link.ts';
import { createColouring } from './drawing/colouring.ts';
import { passOverEmptySelection } from './drawing/empty-selection.ts';
import { createGpu } from './drawing/gpu.ts';
import { createSizing, type Sizing } from './drawing/sizing.ts';
import { bindZoomWheel } from './drawing/zoom-wheel.ts';
import { createRestartKey } from './keyboard/restart-key.ts';
import { textFor, watchUserInput } from './keyboard/user-input.ts';
import { bufferText } from './scrollback/buffer-text.ts';
import { createSearch, type Search } from './search/search.ts';
import type { ShellMarks } from './shell/shell-marks.ts';
import type { Surroundings } from './surroundings.ts';
import type { TerminalHost } from './terminal-host.ts';
import { fixedOptions, profileOptions, terminalStrings } from './terminal-options.ts';
import { createParts } from './terminal-parts.ts';

/** The terminal of one session. It lives outside React, as long as the tab, and parses while it is hidden. */
export interface TerminalView {
  /** Put it into the page to show it. */
  readonly element: HTMLElement;
  readonly search: Search;
  readonly connect: (port: MessagePort) => void;
  /** Draws, and fits into its element. Call it once the element is in the page. */
  readonly show: () => void;
  readonly hide: () => void;
  readonly focus: () => void;
  /** Takes over settings that changed, and what is around the terminal. */
  readonly apply: (profile: Profile, surroundings: Surroundings) => void;
  /** Says what it says to screen readers in the language that is spoken now. */
  readonly speak: () => void;
  readonly zoom: Sizing['zoom'];
  /** A session that has ended takes no keys but an Enter, once its message could be read. */
  readonly setEnded: (ended: boolean) => void;
  readonly jumpToPrompt: ShellMarks['jump'];
  readonly copy: (to: ClipboardKind) => void;
  /** As if the user typed it. */
  readonly type: (text: string) => void;
  /** What the user gave to another terminal. */
  readonly receive: (input: UserInput) => void;
  readonly paste: (from: ClipboardKind) => void;
  readonly pasteText: (text: string) => void;
  readonly copyAll: () => void;
  readonly erase: (what: Erasure) => void;
  readonly hasSelection: () => boolean;
  readonly selection: () => string;
  readonly missing: Sizing['missing'];
  /** Its cells, as they are now; null until it was shown. */
  readonly size: () => { readonly columns: number; readonly rows: number } | null;
  readonly dispose: () => void;
}

export function createTerminalView(profile: Profile, surroundings: Surroundings, host: TerminalHost): TerminalView {
  const element = document.createElement('div');
  element.className = 'terminal-view';
  const cells = document.createElement('div');
  cells.className = 'terminal-cells';
  element.append(cells);
  Object.assign(Terminal.strings, terminalStrings());
  const terminal = new Terminal({
    ...fixedOptions,
    ...profileOptions(profile, surroundings),
    fontSize: profile.fontSize,
    cols: profile.columns,
    rows: profile.rows,
  });

  const colouring = createColouring(terminal, profile, surroundings);
  const showBackground = () => {
    element.style.background = terminal.options.theme?.background ?? '';
  };
  showBackground();

  let link: DataLink | null = null;
  let ended = false;
  const restartKey = createRestartKey();
  const search = createSearch(terminal);
  const sizing = createSizing({ terminal, element: cells, tell: host.onResize }, profile, surroundings);
  const gpu = createGpu(terminal, sizing.fit);

  const userInput = watchUserInput(terminal);
  const send = (text: string) => link?.sendText(text);
  const hasEnded = () => ended;
  const pasting = createPasting(terminal, element, { host, send, hasEnded }, profile);
  const copying = createCopying(terminal, host.writeClipboard, profile);

  terminal.onData((data) => {
    const isUsers = userInput.isTyped(data);
    if (!ended) pasting.handleData(data, isUsers);
    else if (restartKey.press(data, performance.now())) host.onRestart();
  });
  terminal.onBinary((data) => {
    if (!ended) link?.sendBinary(data);
  });

  const type = (text: string) => {
    if (!ended) pasting.handleData(text, false);
  };
  const parts = createParts(
    {
      terminal,
      element,
      host,
      type,
      copyTo: copying.copyTo,
      pasteFrom: pasting.pasteFrom,
      isReplaying: () => link?.isReplaying() === true,
    },
    profile,
  );

  const unbindWheel = bindZoomWheel(element, sizing.zoom);

  return {
    element,
    search,
    connect: (port) => {
      link?.dispose();
      link = linkData(port, terminal, { onOutput: host.onOutput, onReplayed: sizing.fit });
    },
    show: () => {
      if (terminal.element === undefined) {
        terminal.open(cells);
        passOverEmptySelection(terminal);
      }
      gpu.attach();
      sizing.fit();
    },
    hide: gpu.detach,
    focus: () => terminal.focus(),
    apply: (next, nextSurroundings) => {
      Object.assign(terminal.options, profileOptions(next, nextSurroundings));
      colouring.apply(next, nextSurroundings);
      showBackground();
      for (const part of [parts, copying, pasting]) part.apply(next);
      sizing.apply(next, nextSurroundings);
    },
    speak: () => {
      const strings = terminalStrings();
      Object.assign(Terminal.strings, strings);
      terminal.textarea?.setAttribute('aria-label', strings.promptLabel);
    },
    setEnded: (next) => {
      if (ended === next) return;
      ended = next;
      if (ended) restartKey.noteEnded(performance.now());
      sizing.setTelling(!ended);
    },
    jumpToPrompt: parts.shellMarks.jump,
    copy: copying.copyTo,
    paste: pasting.pasteFrom,
    pasteText: pasting.pasteText,
    copyAll: () => host.writeClipboard('clipboard', bufferText(terminal, host.platform === 'windows' ? '\r\n' : '\n')),
    erase: (what) => link?.erase(what),
    type,
    receive: (input) => type(textFor(terminal, input)),
    selection: () => terminal.getSelection(),
    hasSelection: () => terminal.hasSelection(),
    zoom: sizing.zoom,
    missing: sizing.missing,
    size: () => (terminal.element === undefined ? null : { columns: terminal.cols, rows: terminal.rows }),
    dispose: () => {
      link?.dispose();
      for (const part of [parts, copying, pasting]) part.dispose();
      unbindWheel();
      userInput.dispose();
      search.dispose();
      sizing.dispose();
      colouring.dispose();
      terminal.dispose();
      element.remove();
    },
  };
}
