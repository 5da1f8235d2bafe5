import type { Setting } from './definition.ts';

const nowhereElse = { putty: null, sshConfig: null, teraTerm: null } as const;

/** What a shell and its programs may say of themselves, beside what they print. PuTTY has no such panel. */
export const shellSettings = {
  commandMarks: {
    type: 'toggle',
    label: 'Mark the prompts of the shell',
    category: 'Terminal/Shell',
    group: 'Prompts and commands (OSC 133)',
    help: 'A bar before each prompt, red where its command failed; keys lead from prompt to prompt. The shell has to say where they are: docs/shell.md.',
    default: true,
    midSession: true,
    ...nowhereElse,
  },
  commandNotifySeconds: {
    type: 'integer',
    label: 'Notify of commands that took this many seconds (0 to turn off)',
    category: 'Terminal/Shell',
    group: 'Prompts and commands (OSC 133)',
    help: 'When a command of at least this many seconds ends in a tab that is not seen, the desktop tells you.',
    default: 30,
    min: 0,
    max: 86_400,
    unit: 'seconds',
    midSession: true,
    ...nowhereElse,
  },
  clipboardWrites: {
    type: 'choice',
    label: 'When a program writes to the clipboard',
    category: 'Terminal/Shell',
    group: 'Clipboard (OSC 52)',
    help: 'tmux, vim and others can copy to the clipboard of this computer. None can read it.',
    default: 'ask',
    control: 'radio',
    choices: [
      { value: 'ask', label: 'Ask' },
      { value: 'allow', label: 'Allow it' },
      { value: 'refuse', label: 'Refuse it' },
    ],
    midSession: true,
    ...nowhereElse,
  },
  inlineImages: {
    type: 'toggle',
    label: 'Show images',
    category: 'Terminal/Shell',
    group: 'Images (sixel, iTerm)',
    help: 'Pictures that programs such as img2sixel, chafa and imgcat print. They are kept with the scrollback, up to 16 MB for each tab.',
    default: true,
    midSession: true,
    ...nowhereElse,
  },
} as const satisfies Readonly<Record<string, Setting>>;
