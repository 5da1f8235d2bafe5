import type { UserInput } from '#contract/channels/broadcast-channels.ts';
import type { AppInfo, ClipboardKind, RichText } from '#contract/channels/channels.ts';
import type { ClipboardWrite } from './clipboard/clipboard-writes.ts';
import type { Size } from './drawing/sizing.ts';
import type { Titles } from './emulation/titles.ts';
import type { HighlightSource } from './rules/highlights.ts';
import type { Triggered } from './rules/triggers.ts';
import type { ShellDirectory } from './shell/shell-directory.ts';
import type { EndedCommand } from './shell/shell-marks.ts';

/** What one terminal needs of the program around it. */
export interface TerminalHost {
  readonly platform: AppInfo['platform'];
  /** The text there, or null if it cannot be read. */
  readonly readClipboard: (from: ClipboardKind) => Promise<string | null>;
  readonly writeClipboard: (to: ClipboardKind, text: string, rich?: RichText) => void;
  /** Asks whether a paste that has line ends may be sent. */
  readonly confirmPaste: (text: string) => Promise<boolean>;
  readonly openLink: (url: string) => void;
  readonly showMenu: () => void;
  readonly onTitles: (titles: Titles) => void;
  readonly onDirectory: (directory: ShellDirectory) => void;
  readonly onOutput: () => void;
  readonly onBell: () => void;
  /** The bytes of the session's sound file, or null if there is none to be played. */
  readonly readBellSound: () => Promise<Uint8Array | null>;
  /** Has the system point at the window, which has not the keyboard. */
  readonly askAttention: () => void;
  /** A program wants to write there, and the user is to be asked. */
  readonly onClipboardWrite: (write: ClipboardWrite) => void;
  readonly highlightSets: HighlightSource;
  /** A rule of the profile was found in the output. */
  readonly onTriggered: (triggered: Triggered) => void;
  /** The shell told that a command has ended. */
  readonly onCommandEnded: (command: EndedCommand) => void;
  /** The user has typed or pasted it here. */
  readonly onUserInput: (input: UserInput) => void;
  readonly onResize: (size: Size) => void;
  /** A program asks for this size, within the limits of the settings. */
  readonly onSizeAsked: (size: Size) => void;
  /** Enter was pressed in a session that has ended, and not as the end of what was being typed. */
  readonly onRestart: () => void;
}
