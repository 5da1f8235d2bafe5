import { ensureInstalled, natPackages } from '../provision.ts';
import { startNat } from './nat.ts';

/** Whether the lab can be set up on this machine; if not, why, as the end of a sentence. */
export type NatPossible = { readonly possible: true } | { readonly possible: false; readonly reason: string };

let found: Promise<NatPossible> | null = null;

/**
 * Tries it, once in a process: namespaces, the virtual links, and conntrack with address translation. Installs the
 * tools if it may. Being root is not enough: a container may lack the rights, and a small kernel the modules.
 */
export function natIsPossible(): Promise<NatPossible> {
  found ??= tryNat();
  return found;
}

async function tryNat(): Promise<NatPossible> {
  if (process.platform !== 'linux') return { possible: false, reason: 'network namespaces are of Linux alone' };
  if (process.getuid?.() !== 0) return { possible: false, reason: 'making network namespaces takes root' };
  try {
    ensureInstalled(natPackages);
    const nat = await startNat({ mode: 'silent', idleSeconds: 60 });
    try {
      await nat.flush();
      await nat.slow(1000);
    } finally {
      await nat.stop();
    }
    return { possible: true };
  } catch (error) {
    return { possible: false, reason: `the lab did not start: ${lastLine(error)}` };
  }
}

/** What a program says of itself comes after the command that failed. */
const lastLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1) ?? '';
