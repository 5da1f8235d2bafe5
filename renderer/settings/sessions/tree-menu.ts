import type { SavedSessions } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import type { SavedSession } from '#contract/profile/profile.ts';
import { sessionsIn } from '#contract/saved/saved-tree.ts';
import type { MenuEntry } from '../../ui/menus/menu-items.tsx';
import { kindOf, nameIn } from './session-nodes.ts';
import type { TreeQuestion } from './tree-questions.tsx';

interface TreeMenuOptions {
  readonly saved: SavedSessions;
  /** The id of the chosen row, or null. */
  readonly selected: string | null;
  readonly onAsk: (question: TreeQuestion) => void;
  readonly onOpenAll: (sessions: readonly SavedSession[]) => void;
  /** Of a row with all under it, by its id; of all where it is null. */
  readonly onExport: (only: string | null) => void;
}

/** More sessions than this are opened only after a question. */
const maxUnasked = 10;

/** What else can be done with the tree: the button More has it, and the context menu. */
export function treeMenu({ saved, selected, onAsk, onOpenAll, onExport }: TreeMenuOptions): readonly MenuEntry[] {
  const kind = selected === null ? null : kindOf(selected);
  const isMovable = selected !== null && (kind === 'session' || kind === 'folder');
  const isSaved = isMovable || kind === 'defaults';
  const folder = selected !== null && kind === 'folder' ? nameIn(selected) : null;
  const inFolder = folder === null ? [] : sessionsIn(saved.sessions, folder).filter(hasHost);
  const openAll = () =>
    folder === null || inFolder.length <= maxUnasked ? onOpenAll(inFolder) : onAsk({ kind: 'open-all', path: folder });
  const around =
    folder ?? saved.sessions.find(({ name }) => selected !== null && name === nameIn(selected))?.folder ?? '';

  return [
    { label: t('New Folder…'), onAction: () => onAsk({ kind: 'new-folder', parent: around }) },
    {
      label: t('Rename…'),
      isDisabled: !isMovable,
      onAction: () => isMovable && onAsk({ kind: 'rename', id: selected }),
    },
    {
      label: t('Move to Folder…'),
      isDisabled: !isMovable,
      onAction: () => isMovable && onAsk({ kind: 'move', id: selected }),
    },
    { label: t('Open All in Folder'), isDisabled: inFolder.length === 0, onAction: openAll },
    { label: t('Export…'), onAction: () => onExport(isSaved ? selected : null) },
  ];
}

/** Those that can be opened as they are. */
export const hasHost = ({ profile }: SavedSession): boolean => profile.hostName !== '';
