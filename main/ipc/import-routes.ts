import { success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { chosenOf } from '../import/holdfast/export-choice.ts';
import { holdfastFile } from '../import/holdfast/holdfast-file.ts';
import type { Importer } from '../import/importer.ts';
import type { HighlightSetsStore } from '../profiles/highlight-sets.ts';
import type { SavedSessionsStore } from '../profiles/sessions/saved-sessions.ts';
import type { SaveFile } from '../windows/save-file.ts';
import type { RequestHandlers } from './router.ts';

type ImportRequests = Pick<RequestHandlers, (`import.${string}` & keyof RequestHandlers) | 'export.sessions'>;

/** What the window may ask of imports and exports. */
export const importRequests = (
  importer: Importer,
  saved: Pick<SavedSessionsStore, 'list'>,
  highlightSets: HighlightSetsStore['current'],
  saveFile: SaveFile,
): ImportRequests => ({
  'import.sources': async () => success(await importer.sources()),
  'import.read': (from) => importer.read(from),
  'import.apply': (request) => importer.apply(request),
  'export.sessions': async (choice) => {
    let sessions = 0;
    const written = await saveFile({
      title: t('Export the saved sessions'),
      fileName: 'holdfast-sessions.json',
      kind: { name: t('Sessions of Holdfast'), extension: 'json' },
      text: () => {
        const chosen = chosenOf(saved.list(), highlightSets(), choice);
        sessions = chosen.sessions.length;
        return holdfastFile(chosen);
      },
    });
    if (!written.ok) return written;
    return success(written.value === null ? null : { path: written.value, sessions });
  },
});
