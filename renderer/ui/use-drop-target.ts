import { type DragEvent, useState } from 'react';

/** What a drag carries that comes from a file manager (HTML, "The DataTransfer interface"). */
export const filesOfDesktop = 'Files';

interface Wanted {
  /** Of the data that must be among what is dragged. */
  readonly type: string;
  readonly onDrop: (dropped: DataTransfer) => void;
}

/** Takes what is dropped on an element; nothing while it is null. What is in the element does not hear of such a drag. */
export function useDropTarget(wanted: Wanted | null) {
  const [isOver, setOver] = useState(false);
  const whenWanted = (handle: (event: DragEvent, take: Wanted) => void) => (event: DragEvent) => {
    if (wanted === null || !event.dataTransfer.types.includes(wanted.type)) return;
    event.preventDefault();
    event.stopPropagation();
    handle(event, wanted);
  };
  return {
    /** It is over the element, and would be taken. */
    isTarget: isOver && wanted !== null,
    handlers: {
      onDragEnterCapture: whenWanted(() => setOver(true)),
      onDragOverCapture: whenWanted((event) => {
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }),
      onDragLeaveCapture: whenWanted(({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }),
      onDropCapture: whenWanted((event, { onDrop }) => {
        setOver(false);
        onDrop(event.dataTransfer);
      }),
    },
  };
}
