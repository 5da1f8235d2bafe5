import { type DragAndDropHooks, type DropItem, useDragAndDrop } from 'react-aria-components';
import { kindOf, nameIn } from './session-nodes.ts';

/** What is dragged here and nowhere else. */
const dragType = 'application/x-holdfast-saved';

/** Drags sessions and folders into folders, or out of all, by mouse or with the rows' own drag buttons. */
export function useTreeDrag(onMove: ((id: string, folder: string) => void) | null): DragAndDropHooks {
  const move = async (items: readonly DropItem[], folder: string) => {
    for (const item of items) {
      if (item.kind === 'text' && item.types.has(dragType)) onMove?.(await item.getText(dragType), folder);
    }
  };
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: onMove === null,
    getItems: (keys) =>
      [...keys]
        .map(String)
        .filter((id) => kindOf(id) === 'session' || kindOf(id) === 'folder')
        .map((id) => ({ [dragType]: id, 'text/plain': nameIn(id) })),
    acceptedDragTypes: [dragType],
    getDropOperation: (target) =>
      target.type === 'root' || (target.dropPosition === 'on' && kindOf(String(target.key)) === 'folder')
        ? 'move'
        : 'cancel',
    onRootDrop: ({ items }) => void move(items, ''),
    onItemDrop: ({ items, target }) => void move(items, nameIn(String(target.key))),
    shouldAcceptItemDrop: ({ key }) => kindOf(String(key)) === 'folder',
  });
  return dragAndDropHooks;
}
