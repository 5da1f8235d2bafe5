import { platform } from 'node:process';

/** A label without its access key: `&File` is File, and `&&` is an ampersand. */
export const displayLabel = (label: string): string => label.replace(/&(.?)/g, '$1');

const modifier = platform === 'darwin' ? 'Cmd' : 'Ctrl';

/** An accelerator in this system's words: `CmdOrCtrl+Shift+N` is Ctrl+Shift+N. */
export const displayAccelerator = (accelerator: string): string =>
  accelerator.replace(/\b(CmdOrCtrl|CommandOrControl)\b/i, modifier);
