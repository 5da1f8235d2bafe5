import { join } from 'node:path';
import { failed, success } from '#contract/failure.ts';
import type { Files } from '../files/files.ts';
import type { LocalFolders } from '../files/local/local-folders.ts';
import type { LocalChoice } from '../profiles/choice.ts';
import type { ChooseFiles } from './file-routes.ts';
import { noSuchSession } from './refusals.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

export type LocalFileRequests = Pick<
  RequestHandlers,
  'files.begin-local' | 'files.choose-local' | 'files.list-local' | 'files.upload-local'
>;

export interface LocalFileParts {
  readonly files: Pick<Files, 'of'>;
  readonly local: LocalFolders;
  readonly choice: LocalChoice;
  readonly choose: Pick<ChooseFiles, 'downloads' | 'localFolder'>;
}

/** What the window may ask of the folder of this computer that its user shows it. */
export const localFileRequests = ({ files, local, choice, choose }: LocalFileParts): LocalFileRequests => ({
  'files.begin-local': async (_payload, from) => {
    const { isShown, folder } = choice.current();
    const grant = local.of(from) ?? (await local.grant(from, folder ?? (await choose.downloads())));
    return success({ ...grant, isShown });
  },
  'files.choose-local': async (_payload, from) => {
    const folder = await choose.localFolder();
    if (folder === null) return success(null);
    choice.set({ ...choice.current(), folder });
    return success(await local.grant(from, folder));
  },
  'files.list-local': (folder, from) => local.list(from, folder),
  'files.upload-local': async ({ id, folder, from: within, names }, from) => {
    const found = files.of(id);
    if (found === undefined) return failed(noSuchSession());
    const place = await local.find(from, within, names);
    if (!place.ok) return place;
    const { path, root } = place.value;
    found.upload(
      names.map((name) => join(path, name)),
      folder,
      root,
    );
    return success(null);
  },
});

export const localFileCommands = (choice: LocalChoice): Pick<CommandHandlers, 'files.show-local'> => ({
  // One that can't be written is the window's until it is closed.
  'files.show-local': ({ isShown }) => void choice.set({ ...choice.current(), isShown }),
});
