import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { DragAndDropHooks } from 'react-aria-components';

type UseDragState = NonNullable<DragAndDropHooks['useDraggableCollectionState']>;
type TableParts = Pick<Parameters<UseDragState>[0], 'collection' | 'selectionManager'>;

/**
 * Home and End lead to the first and the last row, as in file managers; with Shift they choose all up to there. In a cell,
 * where a click leaves the focus, React Aria leads to the first and the last column instead. What a table focuses and
 * chooses with, it gives to its hooks of dragging alone.
 */
export function useRowEnds(hooks: DragAndDropHooks): {
  readonly hooks: DragAndDropHooks;
  /** True if it has done what the key stands for. */
  readonly onKey: (event: KeyboardEvent) => boolean;
} {
  const table = useRef<TableParts | null>(null);
  const { useDraggableCollectionState: useDragState } = hooks;
  return {
    hooks: useDragState === undefined ? hooks : { ...hooks, useDraggableCollectionState: noting(useDragState, table) },
    onKey: (event) => table.current !== null && isAtRow(event) && goToEnd(table.current, event),
  };
}

const noting = (useDragState: UseDragState, table: RefObject<TableParts | null>): UseDragState =>
  function useNotedDragState(props) {
    table.current = props;
    return useDragState(props);
  };

const isAtRow = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || altKey) && target instanceof Element && target.closest('[role=row][data-key]') !== null;

function goToEnd({ collection, selectionManager }: TableParts, { key, shiftKey }: KeyboardEvent): boolean {
  if (key !== 'Home' && key !== 'End') return false;
  const row = key === 'Home' ? collection.getFirstKey() : collection.getLastKey();
  if (row === null) return false;
  selectionManager.setFocusedKey(row);
  if (shiftKey) selectionManager.extendSelection(row);
  else selectionManager.replaceSelection(row);
  return true;
}
