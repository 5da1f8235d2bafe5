import { success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { readColourFile } from '../import/colours/colour-file.ts';
import type { ChooseFile } from '../windows/choose-file.ts';
import type { RequestHandlers } from './router.ts';

/** What the window may ask of files with colours. */
export const colourRequests = (chooseFile: ChooseFile): Pick<RequestHandlers, 'colours.import'> => ({
  'colours.import': async () => {
    const path = await chooseFile(t('Import colours'));
    return path === null ? success(null) : readColourFile(path);
  },
});
