import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '#contract/json.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { parseSavedChanges, parseSavedProfile } from '#contract/saved/saved-settings.ts';
import type { ConfigAsked } from '#contract/saved/ssh-config.ts';
import { type Layout, paneAlone, panesOf, parseLayout } from '#contract/tabs/layout.ts';
import { maxTabNameLength } from '#contract/tabs/tab.ts';
import type { Cancel, Clock } from '../keepalive/clock.ts';
import { replaceFile } from './storage/durable.ts';

/** A session, as far as it can be opened again. */
export interface OpenPane {
  readonly name: string;
  readonly savedAs: string | null;
  readonly profile: Profile;
  readonly config?: ConfigAsked;
}

/** A tab, as far as it can be opened again. */
export interface OpenTab {
  /** Tabs of one window have the same number; the first window's is 0. */
  readonly window: number;
  readonly panes: readonly OpenPane[];
  /** Of places in the list of its panes. */
  readonly layout: Layout<number>;
  readonly focused: number;
  readonly isZoomed: boolean;
  /** Its own; empty where it is called as its focused pane. */
  readonly name: string;
}

/** The tab of one session. */
export const openTabOf = (pane: OpenPane, window = 0): OpenTab => ({
  window,
  panes: [pane],
  layout: paneAlone(0),
  focused: 0,
  isZoomed: false,
  name: '',
});

/** The tabs that were open, kept for the next start. Losing them loses no setting: they are written without ado. */
export interface OpenTabs {
  /** What the last run left; none if that can't be read. */
  readonly left: () => readonly OpenTab[];
  /** The tabs are written from here on. */
  readonly start: () => void;
  /** Writes the tabs as `current` gives them, soon. */
  readonly noteChange: () => void;
  /** The same if it changes what is written of a session: most snapshots tell of a step of its connection. */
  readonly noteSession: (session: Pick<OpenPane, 'name' | 'profile'>) => void;
  /** Keeps what is written: the program ends, and its tabs go with it. */
  readonly stop: () => void;
}

/** Changes come in bursts: each step of a connection is one. */
const writeAfterMs = 500;

/** More tabs than anybody has open; a longer file was not written by us. */
const maxTabs = 200;

/** More windows than anybody has open. */
const maxWindows = 20;

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
  /** What sessions were last called, by their settings, which are another object after each change. */
  const names = new WeakMap<Profile, string>();

  const write = () => {
    pending = null;
    const text = JSON.stringify(current().map(toWrite));
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

  const noteChange = () => {
    if (!stopped) pending ??= clock.after(writeAfterMs, write);
  };

  return {
    left: () => readTabs(file),
    start: () => {
      stopped = false;
    },
    noteChange,
    noteSession: ({ name, profile }) => {
      if (stopped || names.get(profile) === name) return;
      names.set(profile, name);
      noteChange();
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

/** A tab of one session is written as that, which is how versions without panes wrote them all, and read them. */
const toWrite = ({ window, ...tab }: OpenTab) => ({
  ...(tab.panes.length === 1 && tab.name === '' ? tab.panes[0] : tab),
  ...(window === 0 ? {} : { window }),
});

function readTab(data: unknown): readonly OpenTab[] {
  if (!isRecord(data)) return [];
  const window = readWindow(data.window);
  if (data.panes === undefined) return readPane(data).map((pane) => openTabOf(pane, window));
  const panes = Array.isArray(data.panes) ? data.panes.flatMap(readPane) : [];
  const layout = parseLayout(data.layout, (index) => (typeof index === 'number' && index in panes ? index : null));
  // A pane that can't be read leaves the others without their places.
  if (layout === null || panesOf(layout).length !== panes.length) return panes.map((pane) => openTabOf(pane, window));
  const { focused, isZoomed, name } = data;
  return [
    {
      window,
      panes,
      layout,
      focused: typeof focused === 'number' && focused in panes ? focused : 0,
      isZoomed: isZoomed === true,
      name: typeof name === 'string' && name.length <= maxTabNameLength ? name : '',
    },
  ];
}

const readWindow = (data: unknown): number =>
  typeof data === 'number' && Number.isInteger(data) && data > 0 && data < maxWindows ? data : 0;

function readPane(data: unknown): readonly OpenPane[] {
  if (!isRecord(data)) return [];
  const { name, savedAs, profile, config } = data;
  const parsed = parseSavedProfile(profile);
  const isName = (text: unknown): text is string => typeof text === 'string' && text.length <= maxNameLength;
  if (!parsed.ok || !isName(name) || (savedAs !== null && !isName(savedAs))) return [];
  return [{ name, savedAs, profile: parsed.value, ...readConfig(config) }];
}

/** What can't be read is left out: the tab keeps the settings that it had. */
function readConfig(data: unknown): { readonly config?: ConfigAsked } {
  if (!isRecord(data)) return {};
  const { host, own } = data;
  const parsed = parseSavedChanges(own);
  return typeof host === 'string' && parsed.ok ? { config: { host, own: parsed.value } } : {};
}
