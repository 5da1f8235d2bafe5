import type { Terminal } from '@xterm/xterm';
import type { ClipboardKind } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { createBell } from './bell/bell.ts';
import { createClipboardWrites } from './clipboard/clipboard-writes.ts';
import { setWidths } from './drawing/character-widths.ts';
import { createImages } from './drawing/images.ts';
import { drawLigatures } from './drawing/ligatures.ts';
import { filterLineDrawing } from './drawing/line-drawing.ts';
import { keepGap } from './drawing/text-gap.ts';
import { answerEnquiries } from './emulation/answerback.ts';
import { chooseEraseColour } from './emulation/background-erase.ts';
import { reportCursor } from './emulation/cursor-report.ts';
import { holdInitialModes } from './emulation/initial-modes.ts';
import { implyLineFeeds } from './emulation/line-ends.ts';
import { gateModes } from './emulation/mode-gate.ts';
import { gateOutput } from './emulation/output-gate.ts';
import { heedRemoteResize } from './emulation/remote-resize.ts';
import { answerTitleQueries } from './emulation/title-queries.ts';
import { watchTitles } from './emulation/titles.ts';
import { guardCounts } from './guards/csi-guards.ts';
import { guardPayloads } from './guards/payload-guards.ts';
import { createKeyboard } from './keyboard/keyboard.ts';
import { bindLinks } from './links/links.ts';
import { hidePointer } from './mouse/hidden-pointer.ts';
import { bindMouse } from './mouse/mouse.ts';
import { createHighlighter } from './rules/highlighter.ts';
import { createTriggers } from './rules/triggers.ts';
import { resetOnDisplay } from './scrollback/reset-on-display.ts';
import { watchDirectory } from './shell/shell-directory.ts';
import { createShellMarks, type ShellMarks } from './shell/shell-marks.ts';
import type { TerminalHost } from './terminal-host.ts';

/** What stands on a terminal and does one thing there; it ends with the terminal. */
export interface TerminalPart {
  /** Takes over settings that changed. A part that no setting concerns has none. */
  readonly apply?: (profile: Profile) => void;
  readonly dispose: () => void;
}

/** The terminal that a part stands on. */
export interface PartContext {
  readonly terminal: Terminal;
  /** Holds the terminal, and what a part shows above it. */
  readonly element: HTMLElement;
  readonly host: TerminalHost;
  /** Sends it as if it were typed, after a paste that is under way; nothing once the session has ended. */
  readonly type: (text: string) => void;
  readonly copyTo: (to: ClipboardKind) => void;
  readonly pasteFrom: (from: ClipboardKind) => void;
  /** Whether what the terminal reads now is old output: it must have no effect but on the screen. */
  readonly isReplaying: () => boolean;
}

type CreatePart = (context: PartContext, profile: Profile) => TerminalPart;

/** Handlers of a sequence are asked in the reverse order: what is further down sees it first. */
const parts: readonly CreatePart[] = [
  ({ terminal }) => guardPayloads(terminal),
  ({ terminal }) => guardCounts(terminal),
  ({ terminal }, profile) => holdInitialModes(terminal, profile),
  ({ terminal }, profile) => gateModes(terminal, profile),
  ({ terminal }, profile) => implyLineFeeds(terminal, profile),
  ({ terminal }, profile) => chooseEraseColour(terminal, profile),
  answerEnquiries,
  ({ terminal }, profile) => gateOutput(terminal, profile),
  reportCursor,
  ({ terminal, host }, profile) => createKeyboard(terminal, profile, host.platform),
  createBell,
  createClipboardWrites,
  createHighlighter,
  createImages,
  createTriggers,
  ({ terminal, host }) => watchDirectory(terminal, host.onDirectory),
  ({ terminal, host }) => watchTitles(terminal, host.onTitles),
  ({ terminal }, profile) => setWidths(terminal, profile),
  ({ terminal }, profile) => filterLineDrawing(terminal, profile),
  answerTitleQueries,
  heedRemoteResize,
  ({ terminal, element, host }) => bindLinks(terminal, element, host.platform, host.openLink),
  ({ terminal }, profile) => resetOnDisplay(terminal, profile),
  ({ terminal }, profile) => drawLigatures(terminal, profile),
  ({ element }, profile) => hidePointer(element, profile),
  ({ element }, profile) => keepGap(element, profile),
  ({ terminal, element, host, copyTo, pasteFrom }, profile) =>
    bindMouse(terminal, element, host.platform, { copyTo, pasteFrom, showMenu: host.showMenu }, profile),
];

/** All parts of one terminal, and those among them that the user asks something of. */
export interface TerminalParts extends Required<TerminalPart> {
  readonly shellMarks: ShellMarks;
}

export function createParts(context: PartContext, profile: Profile): TerminalParts {
  const shellMarks = createShellMarks(context, profile);
  const made = [...parts.map((create) => create(context, profile)), shellMarks];
  return {
    shellMarks,
    apply: (next) => {
      for (const part of made) part.apply?.(next);
    },
    dispose: () => {
      for (const part of made) part.dispose();
    },
  };
}
