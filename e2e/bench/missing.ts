import { ensureInstalled, type LabPackage } from '../lab/provision.ts';

/** Installs packages if it may; why they are missing, as the end of a sentence, or null if all are there. */
export function whyMissing(packages: readonly LabPackage[]): string | null {
  try {
    ensureInstalled(packages);
    return null;
  } catch (error) {
    return (error as Error).message.split('\n')[0] ?? '';
  }
}
