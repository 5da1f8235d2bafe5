import { isControlled } from './chromium/flags.ts';

type Told =
  | { readonly cdp: string | null }
  | { readonly opened: string }
  | { readonly openedPath: string }
  | { readonly notified: { readonly title: string; readonly body: string } };

/** Tells specs something on standard output: where the browser is, what would have been opened, or shown on the desktop. */
export function tellSpecs(message: Told): void {
  if (isControlled) process.stdout.write(`holdfast-stand-in ${JSON.stringify(message)}\n`);
}
