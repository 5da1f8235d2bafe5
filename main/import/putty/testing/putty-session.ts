import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileChanges } from '#contract/profile/profile.ts';
import type { ReadSession } from '../../read.ts';
import { readText } from '../../testing/read-text.ts';

/** What the real PuTTY 0.78 has saved; see make-putty-sessions.ts. */
export const savedByPutty = join(import.meta.dirname, 'putty-0.78');

/** A session with these keys of PuTTY. */
export function puttySession(keys: Readonly<Record<string, string>>): ReadSession {
  const all = { HostName: 'host', Protocol: 'ssh', ...keys };
  const lines = Object.entries(all).map(([key, value]) => `${key}=${value}`);
  return readText(lines.join('\n')).sessions[0] as ReadSession;
}

/** What these keys set, beside what every session of PuTTY sets. */
export const puttyChanges = (keys: Readonly<Record<string, string>>): ProfileChanges => puttySession(keys).changes;

export const realSession = (name: string): ReadSession =>
  readText(readFileSync(join(savedByPutty, 'sessions', name)), name).sessions[0] as ReadSession;
