import { maxSessionNameLength } from '#contract/profile/profile.ts';
import type { ReadSession } from './read.ts';

/** `web (2)`, cut so that it can be saved. */
function numberedName(name: string, count: number): string {
  const end = ` (${count})`;
  return `${name.slice(0, maxSessionNameLength - end.length).trimEnd()}${end}`;
}

/** The first name after this one that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let count = 2;
  while (isTaken(numberedName(name, count))) count += 1;
  return numberedName(name, count);
}

/** Sessions that had the same name, such as one host with two users, get a number. */
export function uniquelyNamed(sessions: readonly ReadSession[]): readonly ReadSession[] {
  const given = new Set(sessions.map(({ name }) => name));
  const seen = new Set<string>();
  return sessions.map((session) => {
    const isTaken = (name: string) => seen.has(name) || given.has(name);
    const name = seen.has(session.name) ? freeName(session.name, isTaken) : session.name;
    seen.add(name);
    return name === session.name ? session : { ...session, name };
  });
}
