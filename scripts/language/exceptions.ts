/**
 * Folders and files whose texts are not translated yet. A file that is done is taken out of here; nothing else in the
 * checks changes with it.
 */
export const notYet: readonly string[] = [
  'main/',
  'renderer/connect/',
  'renderer/settings/',
  'renderer/snippets/',
  'renderer/status/',
  'renderer/tabs/',
  'renderer/terminal/',
];

/** What looks like a user's text and is none, by the file or folder that it stands in: all of it, or these texts. */
export const notForUsers: Readonly<Record<string, 'all' | readonly string[]>> = {
  // Languages name themselves.
  'app/contract/language/choice.ts': ['English'],
  'app/contract/language/english-singulars.ts': 'all',
  // What the browser calls them in what is dragged.
  'renderer/files/files-panel.tsx': ['Files'],
  // CSS's names of colours.
  'renderer/colours/system-colours.ts': ['Canvas', 'Highlight'],
  // What navigator.platform says.
  'renderer/ui/access-keys.tsx': ['Mac'],
  'renderer/terminal/fonts.ts': 'all',
  // What it is saved under; the list of sessions translates it.
  'app/contract/profile.ts': ['Default Settings'],
  // Keys and systems are called so everywhere.
  'app/contract/key-names.ts': 'all',
  'app/contract/key-presets.ts': ['Windows', 'Linux'],
  'renderer/keys/keys-dialog.tsx': ['AltGraph'],
  // HTML and RTF.
  'renderer/terminal/rich-copy/rich-text.ts': 'all',
  'renderer/terminal/keyboard/': 'all',
};

/** Settings whose choices are names of things, the same in every language: colour schemes, character sets, algorithms. */
export const namesOfThings: ReadonlySet<string> = new Set([]);
