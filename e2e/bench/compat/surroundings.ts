import { canMount } from '../../lab/dropbear.ts';
import type { LabPackage } from '../../lab/provision.ts';
import { whyMissing } from '../missing.ts';

/** All that rows are made of. */
export const compatPackages = [
  'openssh-server',
  'openssh-client',
  'openssl',
  'putty-tools',
  'dropbear-bin',
  'microsocks',
  'dante-server',
  'tinyproxy',
  'netcat-openbsd',
  'socat',
  'curl',
  'xvfb',
  'xauth',
  'x11-utils',
] as const satisfies readonly LabPackage[];

/** Why there is no such lab here, after trying to install what is missing; null if there is one. */
export function whyNoLab(): string | null {
  // dropbear reads the user's own files, and passwords are the computer's, unless the lab's are mounted over them.
  return canMount() ? whyMissing(compatPackages) : 'it takes root on Linux, and the right to mount';
}
