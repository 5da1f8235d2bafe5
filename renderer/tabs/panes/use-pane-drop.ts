import { useStore } from 'zustand';
import { pathsIn } from '../../files/file-actions.ts';
import { remoteFiles } from '../../files/use-entry-drag.tsx';
import { filesOfDesktop, useDropTarget } from '../../ui/use-drop-target.ts';
import type { Services } from '../../window/services.ts';
import type { Pane } from '../../window/state.ts';
import { typePaths } from './type-paths.ts';

/** Files of this computer go to the `rz` that asks for some; of files of its own server, a terminal takes the paths. */
export function usePaneDrop(services: Services, { session: { id, state, zmodem } }: Pane, isCovered: boolean) {
  const { bridge, files } = services;
  const dragged = useStore(files.store, (all) => all.dragged);
  const takesPaths = dragged?.id === id && state.kind === 'open' && !isCovered;
  return useDropTarget(
    zmodem?.kind === 'wanted'
      ? {
          type: filesOfDesktop,
          onDrop: (dropped) => bridge.sendDropped([...dropped.files], { id, questionId: zmodem.questionId }),
        }
      : takesPaths
        ? { type: remoteFiles, onDrop: () => typePaths(services, id, pathsIn(dragged.folder, dragged.entries)) }
        : null,
  );
}
