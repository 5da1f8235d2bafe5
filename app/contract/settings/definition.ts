import type { Forward } from '../forwards/forward.ts';
import type { Palette } from './palette.ts';
import type { TextRule } from './text-rule.ts';

/**
 * The shape of one row of the settings table. A row is the only place where a setting is written: the dialog,
 * validation, defaults, the reference page and the importers read it.
 */

/** PuTTY's category tree, in its order; a slash is one level deeper. */
export const categories = [
  'Session',
  'Session/Logging',
  'Terminal',
  'Terminal/Keyboard',
  'Terminal/Bell',
  'Terminal/Features',
  'Terminal/Shell',
  'Terminal/Snippets',
  'Terminal/Triggers',
  'Window',
  'Window/Appearance',
  'Window/Behaviour',
  'Window/Translation',
  'Window/Selection',
  'Window/Selection/Copy',
  'Window/Colours',
  'Connection',
  'Connection/Alive checks',
  'Connection/Data',
  'Connection/Proxy',
  'Connection/SSH',
  'Connection/SSH/Kex',
  'Connection/SSH/Host keys',
  'Connection/SSH/Cipher',
  'Connection/SSH/MAC',
  'Connection/SSH/Auth',
  'Connection/SSH/Auth/Credentials',
  'Connection/SSH/TTY',
  'Connection/SSH/X11',
  'Connection/SSH/Tunnels',
] as const;

export type Category = (typeof categories)[number];

/** The systems that the program runs on. */
export type System = 'windows' | 'macos' | 'linux';

interface Common {
  /** The control's label, in PuTTY's words where PuTTY has the control. */
  readonly label: string;
  readonly category: Category;
  /** The group box in the panel that holds the control. */
  readonly group: string;
  /** One or two sentences for the tooltip and docs/settings.md. */
  readonly help: string;
  /** The only system where it has an effect: elsewhere it is not shown. */
  readonly onlyOn?: System;
  /** Whether a change reaches a session that is already open. */
  readonly midSession: boolean;
  /** PuTTY's saved-session key, or null where PuTTY has none. */
  readonly putty: string | null;
  /** The ssh_config keyword, or null where OpenSSH has none. */
  readonly sshConfig: string | null;
  /** TERATERM.INI's key, with its section where that is not [Tera Term]; null where Tera Term has none. */
  readonly teraTerm: string | null;
}

export interface TextSetting extends Common {
  readonly type: 'text';
  readonly default: string;
  /** Characters at most. */
  readonly maxLength: number;
  /** What the text must be, if not any. */
  readonly format?: 'host-keys' | 'terminal-type';
  /** Line breaks and tabs are allowed: a script. */
  readonly isScript?: true;
  /** `file`, one to read, and `log-file`, one to write, have a Browse button. */
  readonly control: 'text' | 'file' | 'log-file';
}

export interface IntegerSetting extends Common {
  readonly type: 'integer';
  readonly default: number;
  /** Least and greatest value accepted, both inclusive. */
  readonly min: number;
  readonly max: number;
  /** What the number counts: seconds, lines, pixels. */
  readonly unit: string;
}

export interface ToggleSetting extends Common {
  readonly type: 'toggle';
  readonly default: boolean;
}

export interface ChoiceSetting extends Common {
  readonly type: 'choice';
  readonly default: string;
  readonly control: 'radio' | 'select';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Names with values, such as environment variables; the names are unique. */
export interface PairsSetting extends Common {
  readonly type: 'pairs';
  readonly default: readonly Pair[];
  /** What the columns are called: "Variable" and "Value". */
  readonly nameLabel: string;
  readonly valueLabel: string;
  /** Whether a name must be one that the environment can have, or a mode of a terminal, whose value is checked too. */
  readonly names: 'variables' | 'terminal-modes' | 'any';
  readonly maxItems: number;
}

export interface Pair {
  readonly name: string;
  readonly value: string;
}

/**
 * Algorithms in order of preference, with PuTTY's line among them: what stands below it is used only after a warning.
 * A value holds each item's name and {@link warnBelow} once; `completeOrder` makes it so.
 */
export interface OrderSetting extends Common {
  readonly type: 'order';
  readonly default: readonly string[];
  /** What the names are shown as; SSH's own name follows it. */
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** The line's own name in an order, as in PuTTY's saved sessions. */
export const warnBelow = 'WARN';

/** Forwarded ports; no two listen at the same place. */
export interface ForwardsSetting extends Common {
  readonly type: 'forwards';
  readonly default: readonly Forward[];
  readonly maxItems: number;
}

/** Texts in an order, none of them empty, such as the hosts on a way. */
export interface ListSetting extends Common {
  readonly type: 'list';
  readonly default: readonly string[];
  /** What one of them is: "Jump host". */
  readonly itemLabel: string;
  readonly maxItems: number;
  /** Characters at most in one of them. */
  readonly maxLength: number;
}

/** What to look for in what is printed, and what to do where it is found. */
export interface TextRulesSetting extends Common {
  readonly type: 'text-rules';
  readonly default: readonly TextRule[];
  readonly maxItems: number;
}

/** Ids of sets that are switched on, in any order; one that is not there, or not any more, is nothing. */
export interface HighlightSetsSetting extends Common {
  readonly type: 'highlight-sets';
  readonly default: readonly string[];
  readonly maxItems: number;
}

/** The user's own colours of a terminal, over those of its scheme. */
export interface PaletteSetting extends Common {
  readonly type: 'palette';
  readonly default: Palette;
}

export type Setting =
  | TextSetting
  | IntegerSetting
  | ToggleSetting
  | ChoiceSetting
  | PairsSetting
  | OrderSetting
  | ForwardsSetting
  | ListSetting
  | TextRulesSetting
  | HighlightSetsSetting
  | PaletteSetting;

/** The type of a row's value. */
export type SettingValue<S extends Setting> = S extends TextSetting
  ? string
  : S extends IntegerSetting
    ? number
    : S extends ToggleSetting
      ? boolean
      : S extends ChoiceSetting
        ? S['choices'][number]['value']
        : S extends PairsSetting
          ? readonly Pair[]
          : S extends OrderSetting | ListSetting | HighlightSetsSetting
            ? readonly string[]
            : S extends ForwardsSetting
              ? readonly Forward[]
              : S extends TextRulesSetting
                ? readonly TextRule[]
                : S extends PaletteSetting
                  ? Palette
                  : never;
