import type { Setting } from './definition.ts';

/** Words to highlight and to act on. A folder gives its own to the sessions in it. */
export const triggerSettings = {
  highlightSets: {
    type: 'highlight-sets',
    label: 'Highlight sets',
    category: 'Terminal/Triggers',
    group: 'Words to highlight, in sets that are the same for all sessions',
    help: 'What each set looks for is highlighted wherever it is printed. A set of your own is made once, and switched on here for a session or a folder.',
    default: [],
    maxItems: 100,
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: null,
  },
  textRules: {
    type: 'text-rules',
    label: 'Triggers',
    category: 'Terminal/Triggers',
    group: 'Where output matches a pattern',
    help: 'Regular expressions, such as "error|failed" or "(?i)warning". A match is highlighted, told of on the desktop when its tab is not seen, or answered with a snippet, once in five seconds.',
    default: [],
    maxItems: 50,
    midSession: true,
    putty: null,
    sshConfig: null,
    teraTerm: null,
  },
} as const satisfies Readonly<Record<string, Setting>>;
