import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { CloseReason } from '#contract/session/session.ts';

/**
 * What is said of a path that forgets where no panel could offer the remedy, since the session was connected again by
 * then; null where there is no such remedy, and where "Choose for me" has taken it.
 */
export function remedyNotice(reason: CloseReason, { keepaliveChooseForMe }: Profile): string | null {
  if (reason.kind !== 'lost' || keepaliveChooseForMe) return null;
  const { sentence, remedy } = reason.verdict;
  if (remedy.kind !== 'set-keepalive') return null;
  return t('{verdict} If that is so, {seconds} s between keepalives keep it open: set them in the status bar.', {
    verdict: sentence,
    seconds: remedy.seconds,
  });
}
