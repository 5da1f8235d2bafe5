import { safeStorage } from 'electron';
import { systemClock } from '../keepalive/system-clock.ts';
import { type Choice, type LocalChoice, openLinkChoice, openLocalChoice } from '../profiles/choice.ts';
import { type HighlightSetsStore, openHighlightSets } from '../profiles/highlight-sets.ts';
import { createRecents, type RecentsStore } from '../profiles/recents.ts';
import { createSecrets, type SecretsStore } from '../profiles/secrets/secrets.ts';
import { createVault } from '../profiles/secrets/vault.ts';
import { openSavedSessions, type SavedSessionsStore } from '../profiles/sessions/saved-sessions.ts';
import type { Windows } from '../windows/windows.ts';

/** What is kept of its user's in the program's folder. */
export interface Stores {
  readonly saved: SavedSessionsStore;
  readonly secrets: SecretsStore;
  readonly recents: RecentsStore;
  readonly highlights: HighlightSetsStore;
  /** Whether ssh:// links are followed. */
  readonly links: Choice;
  readonly localFiles: LocalChoice;
}

/** Opens them; every window is told of what changes in them. */
export function openStores(folder: string, { send, notify }: Pick<Windows, 'send' | 'notify'>): Stores {
  const saved = openSavedSessions({ folder });
  saved.subscribe(() => send('profiles.changed', saved.list()));
  const highlights = openHighlightSets({ folder, notify });
  highlights.subscribe(() => send('highlights.changed', highlights.current()));
  return {
    saved,
    highlights,
    secrets: createSecrets({ folder, vault: createVault(safeStorage, process.platform), wallClock: Date.now }),
    recents: createRecents({
      folder,
      clock: systemClock,
      wallClock: Date.now,
      onChange: (changed) => send('recents.changed', changed),
    }),
    links: openLinkChoice(folder),
    localFiles: openLocalChoice(folder),
  };
}
