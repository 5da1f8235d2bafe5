import type { Setting } from './definition.ts';

const cursorGroup = 'Adjust the use of the cursor';
const fontGroup = 'Font settings';

/** PuTTY's Window/Appearance panel. */
export const appearanceSettings = {
  cursorStyle: {
    type: 'choice',
    label: 'Cursor appearance',
    category: 'Window/Appearance',
    group: cursorGroup,
    help: 'The shape of the cursor, until a program in the session asks for another.',
    default: 'block',
    control: 'radio',
    choices: [
      { value: 'block', label: 'Block' },
      { value: 'underline', label: 'Underline' },
      { value: 'bar', label: 'Vertical line' },
    ],
    midSession: true,
    putty: 'CurType',
    sshConfig: null,
    teraTerm: 'CursorShape',
  },
  cursorBlink: {
    type: 'toggle',
    label: 'Cursor blinks',
    category: 'Window/Appearance',
    group: cursorGroup,
    help: 'Whether the cursor blinks while the window has the keyboard.',
    default: false,
    midSession: true,
    putty: 'BlinkCur',
    sshConfig: null,
    teraTerm: 'NonblinkingCursor',
  },
  fontFamily: {
    type: 'text',
    label: 'Font',
    category: 'Window/Appearance',
    group: fontGroup,
    help: 'The name of a monospaced font. JetBrains Mono comes with the program and stands in for one that is missing.',
    default: 'JetBrains Mono',
    maxLength: 128,
    control: 'text',
    midSession: true,
    putty: 'Font',
    sshConfig: null,
    teraTerm: 'VTFont',
  },
  fontSize: {
    type: 'integer',
    label: 'Font size',
    category: 'Window/Appearance',
    group: fontGroup,
    help: 'Height of the font in pixels.',
    default: 14,
    min: 6,
    max: 72,
    unit: 'pixels',
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: 'VTFont',
  },
} as const satisfies Record<string, Setting>;
