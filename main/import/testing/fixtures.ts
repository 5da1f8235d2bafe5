import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { success } from '#contract/failure.ts';
import type { ProfileChanges } from '#contract/profile.ts';
import type { HostKeyNotation, Read, ReadSession } from '../read.ts';
import { readBytes } from '../read-bytes.ts';

/** What the real PuTTY 0.78 has saved; see make-putty-sessions.ts. */
export const savedByPutty = join(import.meta.dirname, 'putty-0.78');

/** Takes each entry for one of a known host. */
export const plainNotation: HostKeyNotation = {
  lineOf: ({ name, value }) => success(`${name} ${value}`),
  entriesIn: () => [],
  linesIn: (text) => text.split('\n').filter((line) => / ssh-\w+ AAAA/.test(line)),
};

/** Reads a text that has to be readable. */
export function readText(text: string | Uint8Array, fileName = 'file'): Read {
  const read = readBytes(typeof text === 'string' ? Buffer.from(text) : text, fileName, plainNotation);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

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
