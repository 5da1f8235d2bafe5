import { failed, type Result, success } from '#contract/failure.ts';
import { maxSessionNameLength } from '#contract/profile.ts';

/**
 * Checks the name of a saved session and trims it. Control and bidi characters are refused: a name is shown in menus,
 * titles and messages, where they could make one session look like another.
 */
export function checkSessionName(name: string): Result<string> {
  const trimmed = name.trim();
  if (trimmed === '') return refused('Enter a name for the saved session.');
  if (trimmed.length > maxSessionNameLength) return refused(`A name has at most ${maxSessionNameLength} characters.`);
  return unprintable.test(trimmed) ? refused('A name has no line breaks or control characters.') : success(trimmed);
}

/** Controls, halves of surrogate pairs, line and paragraph separators, and marks that reverse the reading direction. */
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

const refused = (message: string) =>
  failed({ code: 'invalid-payload' as const, message, retryable: false, field: 'name' });
