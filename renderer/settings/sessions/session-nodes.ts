import type { SavedSessions } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import { defaultSettingsName, type Profile, type SavedFolder, type SavedSession } from '#contract/profile/profile.ts';
import { folderName, parentFolder } from '#contract/saved/saved-tree.ts';

/** What a row of the tree of sessions stands for. */
export type NodeKind = 'defaults' | 'session' | 'folder' | 'config' | 'host';

/** A row of the tree of sessions, with those under it. */
export interface SessionNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Where the row's colour and icon come from; null for one that can have none. */
  readonly profile: Profile | null;
  readonly children: readonly SessionNode[];
}

/** A saved session, a folder and a host of ~/.ssh/config may have the same name. */
export const sessionId = (name: string) => `saved:${name}`;
export const folderId = (path: string) => `folder:${path}`;
export const hostId = (host: string) => `host:${host}`;

/** The name, path or host in an id. */
export const nameIn = (id: string) => id.slice(id.indexOf(':') + 1);

/** What an id stands for. */
export function kindOf(id: string): NodeKind {
  if (id === sessionId(defaultSettingsName)) return 'defaults';
  if (id.startsWith('folder:')) return 'folder';
  if (id.startsWith('host:')) return 'host';
  return id === configId ? 'config' : 'session';
}

const configId = 'config:';

/**
 * The rows: Default Settings, folders before sessions, and the hosts of ~/.ssh/config last. With a filter, the sessions
 * and hosts that have all of its words in their name, host, user or folder, and the folders around them.
 */
export function sessionNodes(saved: SavedSessions, hosts: readonly string[], filter: string): readonly SessionNode[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (...texts: readonly string[]) => {
    const all = texts.join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const sessions = saved.sessions.filter(({ name, folder, profile }) =>
    matches(name, folder, profile.hostName, profile.userName),
  );
  const found = hosts.filter((host) => matches(host)).map((host) => leaf(hostId(host), 'host', host, null));
  const tree = childrenOf(
    '',
    grouped(saved.folders, ({ path }) => parentFolder(path)),
    grouped(sessions, ({ folder }) => folder),
    words.length > 0,
  );
  const defaultsLabel = t('Default Settings');
  const defaults = leaf(sessionId(defaultSettingsName), 'defaults', defaultsLabel, saved.defaults);
  const config: SessionNode = { ...leaf(configId, 'config', t('From ~/.ssh/config'), null), children: found };
  return [
    ...(matches(defaultSettingsName, defaultsLabel) ? [defaults] : []),
    ...tree,
    ...(found.length === 0 ? [] : [config]),
  ];
}

/** The ids of all rows that have others under them. */
export const branchIds = (nodes: readonly SessionNode[]): readonly string[] =>
  nodes.flatMap((node) => (node.children.length === 0 ? [] : [node.id, ...branchIds(node.children)]));

const leaf = (id: string, kind: NodeKind, label: string, profile: Profile | null): SessionNode => ({
  id,
  kind,
  label,
  profile,
  children: [],
});

/** The same node for the same session, whatever the filter: rows that are drawn already need not be drawn anew. */
function sessionNode(session: SavedSession): SessionNode {
  const known = sessionLeaves.get(session);
  if (known !== undefined) return known;
  const node = leaf(sessionId(session.name), 'session', session.name, session.profile);
  sessionLeaves.set(session, node);
  return node;
}

const sessionLeaves = new WeakMap<SavedSession, SessionNode>();

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function childrenOf(
  path: string,
  folders: ReadonlyMap<string, readonly SavedFolder[]>,
  sessions: ReadonlyMap<string, readonly SavedSession[]>,
  isFiltered: boolean,
): readonly SessionNode[] {
  const inner = (folders.get(path) ?? []).map((folder) => ({
    ...leaf(folderId(folder.path), 'folder', folderName(folder.path), folder.profile),
    children: childrenOf(folder.path, folders, sessions, isFiltered),
  }));
  const own = (sessions.get(path) ?? []).map(sessionNode);
  return [...inner.filter(({ children }) => !isFiltered || children.length > 0), ...own];
}
