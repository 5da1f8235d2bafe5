import { type DragEvent, useState } from 'react';

/** Takes files of this computer that are dropped on an element, Files of the DOM; none while `onFiles` is null. */
export function useFileDrop(onFiles: ((files: readonly File[]) => void) | null) {
  const [isOver, setOver] = useState(false);
  return {
    /** They are over it, and would be taken. */
    isTarget: isOver && onFiles !== null,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (onFiles === null || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (onFiles === null || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}
