import type { Setting } from './definition.ts';

/** Words to highlight and to act on. A folder gives its own to the sessions in it. */
export const triggerSettings = {
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
