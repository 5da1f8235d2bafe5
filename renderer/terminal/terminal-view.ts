import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import './terminal.css';
import type { AppInfo, ClipboardKind } from '#contract/channels.ts';
import type { Erasure } from '#contract/data-port.ts';
import type { Profile } from '#contract/profile.ts';
import { bufferText } from './buffer-text.ts';
import type { ClipboardWrite } from './clipboard-writes.ts';
import { type DataLink, linkData } from './data-link.ts';
import { createGpu } from './gpu.ts';
import { limit } from './limiter.ts';
import { createPasteQueue } from './paste-queue.ts';
import { cleanPaste, needsQuestion } from './paste-text.ts';
import { createRestartKey } from './restart-key.ts';
import type { Triggered } from './rules/triggers.ts';
import { createSearch, type Search } from './search.ts';
import type { EndedCommand, ShellMarks } from './shell-marks.ts';
import { createSizing, type Size, type Sizing } from './sizing.ts';
import type { Surroundings } from './surroundings.ts';
import { fixedOptions, profileOptions } from './terminal-options.ts';
import { createParts } from './terminal-parts.ts';
import type { Titles } from './titles.ts';
import { bindZoomWheel } from './zoom-wheel.ts';

/** What one terminal needs of the program around it. */
export interface TerminalHost {
  readonly platform: AppInfo['platform'];
  /** The text there, or null if it cannot be read. */
  readonly readClipboard: (from: ClipboardKind) => Promise<string | null>;
  readonly writeClipboard: (to: ClipboardKind, text: string) => void;
  /** Asks whether a paste that has line ends may be sent. */
  readonly confirmPaste: (text: string) => Promise<boolean>;
  readonly openLink: (url: string) => void;
  readonly showMenu: () => void;
  readonly onTitles: (titles: Titles) => void;
  readonly onOutput: () => void;
  readonly onBell: () => void;
  /** A program wants to write there, and the user is to be asked. */
  readonly onClipboardWrite: (write: ClipboardWrite) => void;
  /** A rule of the profile was found in the output. */
  readonly onTriggered: (triggered: Triggered) => void;
  /** The shell told that a command has ended. */
  readonly onCommandEnded: (command: EndedCommand) => void;
  readonly onResize: (size: Size) => void;
  /** Enter was pressed in a session that has ended, and not as the end of what was being typed. */
  readonly onRestart: () => void;
}

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
  readonly zoom: Sizing['zoom'];
  /** A session that has ended takes no keys but an Enter, once its message could be read. */
  readonly setEnded: (ended: boolean) => void;
  readonly jumpToPrompt: ShellMarks['jump'];
  readonly copy: () => void;
  /** As if the user typed it. */
  readonly type: (text: string) => void;
  readonly paste: (from: ClipboardKind) => void;
  readonly copyAll: () => void;
  readonly erase: (what: Erasure) => void;
  readonly hasSelection: () => boolean;
  readonly selection: () => string;
  readonly missing: Sizing['missing'];
  readonly dispose: () => void;
}

/** A program that rings without end is heard once in this time. */
const bellPeriodMs = 1000;

export function createTerminalView(profile: Profile, surroundings: Surroundings, host: TerminalHost): TerminalView {
  const element = document.createElement('div');
  element.className = 'terminal-view';
  const cells = document.createElement('div');
  cells.className = 'terminal-cells';
  element.append(cells);
  const terminal = new Terminal({
    ...fixedOptions,
    ...profileOptions(profile, surroundings),
    fontSize: profile.fontSize,
    cols: profile.columns,
    rows: profile.rows,
  });
  terminal.loadAddon(new UnicodeGraphemesAddon());
  terminal.unicode.activeVersion = '15-graphemes';

  const showBackground = () => {
    element.style.background = terminal.options.theme?.background ?? '';
  };
  showBackground();

  let link: DataLink | null = null;
  let ended = false;
  let inserting = false;
  const restartKey = createRestartKey();
  const search = createSearch(terminal);
  const bell = limit<void>(bellPeriodMs, host.onBell);
  const sizing = createSizing({ terminal, element: cells, tell: host.onResize }, profile, surroundings);
  const gpu = createGpu(terminal, sizing.fit);

  const send = (text: string) => link?.sendText(text);
  const queue = createPasteQueue(send, (text) => {
    inserting = true;
    terminal.paste(text);
    inserting = false;
  });
  const pasteText = (fetch: () => Promise<string | null>) => {
    if (ended) return;
    queue.paste(async () => {
      const text = cleanPaste((await fetch()) ?? '');
      return !needsQuestion(text) || (await host.confirmPaste(text)) ? text : null;
    });
  };
  const paste = (from: ClipboardKind) => pasteText(() => host.readClipboard(from));
  const copyTo = (to: ClipboardKind) => {
    if (terminal.hasSelection()) host.writeClipboard(to, terminal.getSelection());
  };

  terminal.onData((data) => {
    if (inserting) send(data);
    else if (!ended) queue.type(data);
    else if (restartKey.press(data, performance.now())) host.onRestart();
  });
  terminal.onBinary((data) => {
    if (!ended) link?.sendBinary(data);
  });
  terminal.onBell(() => {
    if (link?.isReplaying() !== true) bell.offer();
  });

  const type = (text: string) => {
    if (!ended) queue.type(text);
  };
  const parts = createParts(
    {
      terminal,
      element,
      host,
      type,
      copyTo,
      pasteFrom: paste,
      isReplaying: () => link?.isReplaying() === true,
    },
    profile,
  );

  const unbindWheel = bindZoomWheel(element, sizing.zoom);

  // Pastes that the browser makes by itself, such as from macOS's Edit menu, take the same way as the others.
  const handlePaste = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const text = event.clipboardData?.getData('text/plain') ?? null;
    pasteText(async () => text);
  };
  element.addEventListener('paste', handlePaste, { capture: true });

  return {
    element,
    search,
    connect: (port) => {
      link?.dispose();
      link = linkData(port, terminal, { onOutput: host.onOutput, onReplayed: sizing.fit });
    },
    show: () => {
      if (terminal.element === undefined) terminal.open(cells);
      gpu.attach();
      sizing.fit();
    },
    hide: gpu.detach,
    focus: () => terminal.focus(),
    apply: (next, nextSurroundings) => {
      Object.assign(terminal.options, profileOptions(next, nextSurroundings));
      showBackground();
      parts.apply(next);
      sizing.apply(next, nextSurroundings);
    },
    setEnded: (next) => {
      if (ended === next) return;
      ended = next;
      if (ended) restartKey.noteEnded(performance.now());
      sizing.setTelling(!ended);
    },
    jumpToPrompt: parts.shellMarks.jump,
    copy: () => copyTo('clipboard'),
    paste,
    copyAll: () => host.writeClipboard('clipboard', bufferText(terminal, host.platform === 'windows' ? '\r\n' : '\n')),
    erase: (what) => link?.erase(what),
    type,
    selection: () => terminal.getSelection(),
    hasSelection: () => terminal.hasSelection(),
    zoom: sizing.zoom,
    missing: sizing.missing,
    dispose: () => {
      link?.dispose();
      parts.dispose();
      unbindWheel();
      element.removeEventListener('paste', handlePaste, { capture: true });
      bell.dispose();
      sizing.dispose();
      terminal.dispose();
      element.remove();
    },
  };
}
