import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Profile, parseProfile, parseProfileChanges } from '#contract/profile.ts';
import type { ConfigAsked } from '#contract/ssh-config.ts';
import type { Cancel, Clock } from '../keepalive/clock.ts';
import { replaceFile } from './durable.ts';

/** A tab, as far as it can be opened again. */
export interface OpenTab {
  readonly name: string;
  readonly savedAs: string | null;
  readonly profile: Profile;
  readonly config?: ConfigAsked;
}

/** The tabs that were open, kept for the next start. Losing them loses no setting: they are written without ado. */
export interface OpenTabs {
  /** What the last run left; none if that can't be read. */
  readonly left: () => readonly OpenTab[];
  /** The tabs are written from here on. */
  readonly start: () => void;
  /** Writes the tabs as `current` gives them, soon. */
  readonly noteChange: () => void;
  /** Keeps what is written: the program ends, and its tabs go with it. */
  readonly stop: () => void;
}

/** Changes come in bursts: each step of a connection is one. */
const writeAfterMs = 500;

/** More tabs than anybody has open; a longer file was not written by us. */
const maxTabs = 200;

/** The longest user@host, which is the name of a tab that has no other. */
const maxNameLength = 511;

export interface OpenTabsOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly current: () => readonly OpenTab[];
}

export function createOpenTabs({ folder, clock, current }: OpenTabsOptions): OpenTabs {
  const file = join(folder, 'open-tabs.json');
  let pending: Cancel | null = null;
  let written = '';
  let stopped = false;

  const write = () => {
    pending = null;
    const text = JSON.stringify(current());
    if (text === written) return;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      replaceFile(`${file}.new`, file);
      written = text;
    } catch {
      // A full or read-only disk: the tabs are not opened again, and the sessions go on.
    }
  };

  return {
    left: () => readTabs(file),
    start: () => {
      stopped = false;
    },
    noteChange: () => {
      if (!stopped) pending ??= clock.after(writeAfterMs, write);
    },
    stop: () => {
      stopped = true;
      if (pending === null) return;
      pending();
      write();
    },
  };
}

function readTabs(file: string): readonly OpenTab[] {
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(data) ? data.slice(0, maxTabs).flatMap(readTab) : [];
  } catch {
    return [];
  }
}

function readTab(data: unknown): readonly OpenTab[] {
  if (typeof data !== 'object' || data === null) return [];
  const { name, savedAs, profile, config } = data as Record<string, unknown>;
  const parsed = parseProfile(profile);
  const isName = (text: unknown): text is string => typeof text === 'string' && text.length <= maxNameLength;
  if (!parsed.ok || !isName(name) || (savedAs !== null && !isName(savedAs))) return [];
  return [{ name, savedAs, profile: parsed.value, ...readConfig(config) }];
}

/** What can't be read is left out: the tab keeps the settings that it had. */
function readConfig(data: unknown): { readonly config?: ConfigAsked } {
  if (typeof data !== 'object' || data === null) return {};
  const { host, own } = data as Record<string, unknown>;
  const parsed = parseProfileChanges(own);
  return typeof host === 'string' && parsed.ok ? { config: { host, own: parsed.value } } : {};
}
