import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { maxSessionNameLength } from '#contract/profile/profile.ts';
import { maxFolderDepth, maxFolderPathLength } from '#contract/saved/saved-tree.ts';

/**
 * Checks the name of a saved session and trims it. Control and bidi characters are refused: a name is shown in menus,
 * titles and messages, where they could make one session look like another.
 */
export function checkSessionName(name: string): Result<string> {
  const trimmed = name.trim();
  if (trimmed === '') return refused(t('Enter a name.'));
  if (trimmed.length > maxSessionNameLength)
    return refused(t('A name has at most {most} characters.', { most: maxSessionNameLength }));
  return unprintable.test(trimmed) ? refused(t('A name has no line breaks or control characters.')) : success(trimmed);
}

/** Checks the path of a folder and trims the names in it; each is checked as a session's is. */
export function checkFolderPath(path: string): Result<string> {
  if (path.trim() === '') return refused(t('Enter a name for the folder.'));
  const names = path.split('/').map((name) => checkSessionName(name));
  const wrong = names.find((name) => !name.ok);
  if (wrong !== undefined) return wrong;
  if (names.length > maxFolderDepth) return refused(t('Folders go {most} deep at most.', { most: maxFolderDepth }));
  const checked = names.map((name) => (name.ok ? name.value : '')).join('/');
  return checked.length > maxFolderPathLength
    ? refused(t('The names of these folders are too long.'))
    : success(checked);
}

/** Controls, halves of surrogate pairs, line and paragraph separators, and marks that reverse the reading direction. */
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

const refused = (message: string) =>
  failed({ code: 'invalid-payload' as const, message, retryable: false, field: 'name' });
