import type { Setting } from './definition.ts';

/** PuTTY's Window/Colours panel. */
export const colourSettings = {
  colourScheme: {
    type: 'choice',
    label: 'Colour scheme',
    category: 'Window/Colours',
    group: 'Colours of the terminal',
    help: '"Follow the system" is light or dark as the rest of the desktop is.',
    default: 'system',
    control: 'select',
    choices: [
      { value: 'system', label: 'Follow the system' },
      { value: 'holdfast-dark', label: 'Holdfast Dark' },
      { value: 'holdfast-light', label: 'Holdfast Light' },
      { value: 'putty', label: 'PuTTY' },
      { value: 'tango-dark', label: 'Tango Dark' },
      { value: 'solarized-dark', label: 'Solarized Dark' },
      { value: 'solarized-light', label: 'Solarized Light' },
      { value: 'gruvbox-dark', label: 'Gruvbox Dark' },
      { value: 'nord', label: 'Nord' },
      { value: 'dracula', label: 'Dracula' },
    ],
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: null,
  },
} as const satisfies Record<string, Setting>;
