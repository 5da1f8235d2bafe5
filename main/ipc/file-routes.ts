import type { FileCommands, FileRequests } from '#contract/channels/file-channels.ts';
import { failed, type Result, success } from '#contract/failure.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { Files } from '../files/files.ts';
import type { LocalFolders } from '../files/local/local-folders.ts';
import type { SessionFiles } from '../files/session-files.ts';
import type { LocalFileRequests } from './local-file-routes.ts';
import { noSuchSession } from './refusals.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

/** Asks the user for places of this computer; empty if they thought better of it. */
export interface ChooseFiles {
  readonly toUpload: (what: 'files' | 'folder') => Promise<readonly string[]>;
  readonly downloadFolder: () => Promise<string | null>;
  /** One that the window may look into from then on. */
  readonly localFolder: () => Promise<string | null>;
  /** The system's own; nobody is asked. */
  readonly downloads: () => Promise<string>;
}

/** What the window may ask of the files of a session's server. */
export function fileRequests(
  files: Pick<Files, 'of'>,
  choose: ChooseFiles,
  local: LocalFolders,
): Pick<RequestHandlers, Exclude<keyof FileRequests, keyof LocalFileRequests>> {
  const on = async <T>(id: SessionId, action: (files: SessionFiles) => Result<T> | Promise<Result<T>>) => {
    const found = files.of(id);
    return found === undefined ? failed(noSuchSession()) : action(found);
  };
  return {
    'files.status': ({ id }) => on(id, (found) => success(found.status())),
    'files.not-done': ({ id, transferId }) => on(id, (found) => success(found.notDone(transferId))),
    'files.list': ({ id, path }) => on(id, (found) => found.list(path)),
    'files.make-folder': ({ id, folder, name }) => on(id, (found) => found.makeFolder(folder, name)),
    'files.rename': ({ id, path, name }) => on(id, (found) => found.rename(path, name)),
    'files.move': ({ id, paths, folder }) => on(id, (found) => found.move(paths, folder)),
    'files.set-mode': ({ id, paths, mode }) => on(id, (found) => found.setMode(paths, mode)),
    'files.download': ({ id, paths, to }, from) =>
      on(id, async (found) => {
        if (typeof to === 'object') {
          const place = await local.find(from, to);
          if (!place.ok) return place;
          found.download(paths, place.value.path);
          return success(true);
        }
        const folder = await (to === 'downloads' ? choose.downloads() : choose.downloadFolder());
        if (folder !== null) found.download(paths, folder);
        return success(folder !== null);
      }),
    'files.upload': ({ id, folder, what }) =>
      on(id, async (found) => {
        const chosen = await choose.toUpload(what);
        if (chosen.length > 0) found.upload(chosen, folder);
        return success(chosen.length > 0);
      }),
  };
}

export const fileCommands = (
  files: Pick<Files, 'of'>,
): Pick<CommandHandlers, Exclude<keyof FileCommands, 'files.show-local'>> => ({
  'files.remove': ({ id, paths }) => files.of(id)?.remove(paths),
  'files.edit': ({ id, path }) => files.of(id)?.edit(path),
  'files.act-on-edit': ({ id, editId, action }) => files.of(id)?.actOnEdit(editId, action),
  'files.act': ({ id, transferId, action }) => files.of(id)?.act(transferId, action),
  'files.answer': ({ id, questionId, ...answer }) => files.of(id)?.answer(questionId, answer),
  'files.upload-dropped': ({ id, folder, localPaths }) => files.of(id)?.upload(localPaths, folder),
});
