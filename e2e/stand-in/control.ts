import { isControlled } from './chromium/flags.ts';

/** Tells specs something on standard output: where the browser is, or a link that would have been opened. */
export function tellSpecs(message: { readonly cdp: string | null } | { readonly opened: string }): void {
  if (isControlled) process.stdout.write(`holdfast-stand-in ${JSON.stringify(message)}\n`);
}
