import { type DragAndDropHooks, type Key, useDragAndDrop } from 'react-aria-components';
import { isFolder, type RemoteEntry } from '#contract/files.ts';
import { namesOf } from './file-actions.ts';
import styles from './file-list.module.css';

/** What is dragged from a list of files, within the window alone: no other program can fetch it. */
export const remoteFiles = 'application/x-holdfast-remote-files';

/** Drags entries of a list out of it, or onto one of its folders; by mouse or with the rows' own drag buttons. */
export function useEntryDrag(
  byName: ReadonlyMap<string, RemoteEntry>,
  onDrag: (entries: readonly RemoteEntry[] | null) => void,
  onDropOn: (folder: RemoteEntry) => void,
): DragAndDropHooks {
  const entriesOf = (names: Iterable<unknown>) => [...names].flatMap((name) => byName.get(String(name)) ?? []);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (names) => [...names].map((name) => ({ [remoteFiles]: String(name) })),
    getAllowedDropOperations: () => ['move', 'copy'],
    renderDragPreview: (items) => (
      <div className={styles.preview}>{namesOf(entriesOf(items.map((item) => item[remoteFiles])))}</div>
    ),
    onDragStart: ({ keys }) => onDrag(entriesOf(keys)),
    onDragEnd: () => onDrag(null),
    acceptedDragTypes: [remoteFiles],
    shouldAcceptItemDrop: ({ key }) => entriesOf([key]).some(isFolder),
    onItemDrop: ({ target }) => {
      for (const folder of entriesOf([target.key])) onDropOn(folder);
    },
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
