import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { shellWords } from '../../files/shell-words.ts';
import type { Services } from '../../window/services.ts';

/** Puts paths of the server into a session's terminal, as its shell reads them. */
export function typePaths(
  { views, shell }: Pick<Services, 'views' | 'shell'>,
  id: SessionId,
  paths: readonly string[],
) {
  const text = shellWords(paths);
  if (text === null)
    return shell.notify(
      t("Nothing was typed: a name has characters that can't be typed, or that a terminal takes for keys."),
    );
  const view = views.get(id);
  view?.pasteText(text);
  view?.focus();
}
