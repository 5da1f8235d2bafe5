import { type DragAndDropHooks, type Key, useDragAndDrop } from 'react-aria-components';
import { type FileEntry, isFolder } from '#contract/files/files.ts';
import { namesOf } from './file-actions.ts';
import styles from './file-list.module.css';

/** What is dragged from a list of the server's files, within the window alone: no other program can fetch it. */
export const remoteFiles = 'application/x-holdfast-remote-files';
/** The same from a list of this computer's. */
export const localFiles = 'application/x-holdfast-local-files';

/** What a list's entries are dragged as, and what is dropped on it: on its folders, and from other lists on all of it. */
export interface EntryDrag<E extends FileEntry> {
  readonly as: typeof remoteFiles | typeof localFiles;
  readonly takes: readonly (typeof remoteFiles | typeof localFiles)[];
  /** They are dragged; null once they are not any more. */
  readonly onDrag: (entries: readonly E[] | null) => void;
  /** Null: on the list. */
  readonly onDrop: (folder: E | null) => void;
}

/** Drags entries of a list out of it, or onto one of its folders; by mouse or with the rows' own drag buttons. */
export function useEntryDrag<E extends FileEntry>(
  byName: ReadonlyMap<string, E>,
  { as, takes, onDrag, onDrop }: EntryDrag<E>,
): DragAndDropHooks {
  const entriesOf = (names: Iterable<unknown>) => [...names].flatMap((name) => byName.get(String(name)) ?? []);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (names) => [...names].map((name) => ({ [as]: String(name) })),
    getAllowedDropOperations: () => ['move', 'copy'],
    renderDragPreview: (items) => (
      <div className={styles.preview}>{namesOf(entriesOf(items.map((item) => item[as])))}</div>
    ),
    onDragStart: ({ keys }) => onDrag(entriesOf(keys)),
    onDragEnd: () => onDrag(null),
    acceptedDragTypes: [...takes],
    getDropOperation: (_target, types) => (types.has(as) ? 'move' : 'copy'),
    shouldAcceptItemDrop: ({ key }) => entriesOf([key]).some(isFolder),
    onItemDrop: ({ target }) => {
      for (const folder of entriesOf([target.key])) onDrop(folder);
    },
    onRootDrop: () => onDrop(null),
  });
  const { useDraggableCollectionState: useDragState } = dragAndDropHooks;
  return useDragState === undefined
    ? dragAndDropHooks
    : { ...dragAndDropHooks, useDraggableCollectionState: withoutCopies(useDragState) };
}

type UseDragState = NonNullable<DragAndDropHooks['useDraggableCollectionState']>;

/**
 * Each row asks how many would be dragged with it. React Aria then looks through all that is selected for what lies in each
 * other, anew for each row: seconds for thousands of them. Here nothing lies in something else.
 */
const withoutCopies = (useDragState: UseDragState): UseDragState =>
  function useDragStateOfFlatList(props) {
    const state = useDragState(props);
    const { selectionManager } = state;
    return Object.assign(state, {
      getKeysForDrag: (key: Key) =>
        selectionManager.isSelected(key) ? selectionManager.selectedKeys : new Set<Key>([key]),
    });
  };
