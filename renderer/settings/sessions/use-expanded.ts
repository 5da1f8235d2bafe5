import { useState } from 'react';
import type { SavedSessions } from '#contract/channels/channels.ts';
import { folderChain, parentFolder } from '#contract/saved/saved-tree.ts';
import { savedSession } from '../form/submission.ts';
import { branchIds, folderId, kindOf, nameIn, type SessionNode } from './session-nodes.ts';

/** More rows than this are long to look through: then the folders begin closed. */
const fewSessions = 30;

/**
 * The rows of the tree that are open. A filter opens all of them; what is chosen in another way than in the tree is
 * always in sight.
 */
export function useExpanded(
  nodes: readonly SessionNode[],
  filter: string,
  saved: SavedSessions,
  selected: string | null,
): readonly [ReadonlySet<string>, (ids: ReadonlySet<string>) => void] {
  const [closed, setClosed] = useState<ReadonlySet<string>>(() =>
    saved.sessions.length > fewSessions ? new Set(saved.folders.map(({ path }) => folderId(path))) : new Set(),
  );
  const [shown, setShown] = useState<string | null>(null);
  const branches = branchIds(nodes);
  if (shown !== selected) {
    setShown(selected);
    const around = selected === null ? [] : folderChain(placeOf(saved, selected)).map(folderId);
    if (around.some((id) => closed.has(id))) setClosed(new Set([...closed].filter((id) => !around.includes(id))));
  }
  const isClosed = (id: string) => filter.trim() === '' && closed.has(id);
  return [
    new Set(branches.filter((id) => !isClosed(id))),
    (open) => setClosed(new Set([...closed, ...branches].filter((id) => !open.has(id)))),
  ];
}

/** The folder that a row lies in. */
function placeOf(saved: SavedSessions, id: string): string {
  if (kindOf(id) === 'folder') return parentFolder(nameIn(id));
  return kindOf(id) === 'session' ? (savedSession(saved, nameIn(id))?.folder ?? '') : '';
}
