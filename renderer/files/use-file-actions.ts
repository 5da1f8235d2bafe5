import { useState } from 'react';
import type { Bridge } from '#contract/channels/channels.ts';
import { type Result, sentenceOf } from '#contract/failure.ts';
import { isFolder, type RemoteEntry } from '#contract/files/files.ts';
import type { LocalFolder } from '#contract/files/local-files.ts';
import type { SessionId } from '#contract/session/session.ts';
import { type FileActions, type FileQuestion, type Folder, pathIn, pathsIn } from './file-actions.ts';
import type { DraggedFiles } from './files-store.ts';

/** Where downloads go: to the system's folder for them, to one that is asked for, or into the one that is shown. */
type DownloadTo = 'downloads' | 'chosen' | LocalFolder;

interface FileActionsOptions {
  readonly bridge: Pick<Bridge, 'request' | 'command'>;
  readonly id: SessionId;
  /** The folder that is shown; while there is none, nothing in it can be done anything with. */
  readonly folder: string | null;
  readonly onGo: (path: string) => void;
  readonly onType: (paths: readonly string[]) => void;
}

/** A question with the folder that it is about: the list may follow the shell to another one before it is answered. */
interface Asked {
  readonly question: FileQuestion;
  readonly folder: string;
}

/** What the panel does with files, what it asks before, and why something was not done. */
export function useFileActions({ bridge, id, folder, onGo, onType }: FileActionsOptions) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const tell = (result: Result<unknown>) => setRefusal(result.ok ? null : sentenceOf(result.failure));
  const download = async (paths: readonly string[], to: DownloadTo) =>
    tell(await bridge.request('files.download', { id, paths, to }));

  const edit = (entry: RemoteEntry) =>
    folder !== null && bridge.command('files.edit', { id, path: pathIn(folder, entry.name) });
  const actions: FileActions = {
    open: (entry) => {
      if (folder === null) return;
      if (isFolder(entry)) onGo(pathIn(folder, entry.name));
      else if (entry.kind !== 'other') edit(entry);
    },
    edit,
    download: (entries) => folder !== null && download(pathsIn(folder, entries), 'chosen'),
    upload: async (what) => {
      if (folder !== null) tell(await bridge.request('files.upload', { id, folder, what }));
    },
    type: (entries) => folder !== null && onType(pathsIn(folder, entries)),
    ask: (question) => folder !== null && setAsked({ question, folder }),
  };

  return {
    actions,
    asked,
    endAsking: () => setAsked(null),
    /** Null where nothing was refused. */
    refusal,
    tell,
    forgetRefusal: () => setRefusal(null),
    saveIn: ({ folder: from, entries }: DraggedFiles, to: DownloadTo) => void download(pathsIn(from, entries), to),
    moveDropped: ({ folder: from, entries }: DraggedFiles, to: Folder) =>
      setAsked({ question: { kind: 'move', entries, to }, folder: from }),
  };
}
