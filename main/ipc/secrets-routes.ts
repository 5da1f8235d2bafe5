import { success } from '#contract/failure.ts';
import type { SecretsStore } from '../profiles/secrets/secrets.ts';
import type { RequestHandlers } from './router.ts';

/** What the window may ask of saved passwords and passphrases: that they are there, never their text. */
export const secretsRequests = (
  secrets: Pick<SecretsStore, 'report' | 'remove'>,
): Pick<RequestHandlers, 'secrets.list' | 'secrets.remove'> => ({
  'secrets.list': async () => success(await secrets.report()),
  'secrets.remove': async ({ id }) => {
    const removed = secrets.remove(id);
    return removed.ok ? success(await secrets.report()) : removed;
  },
});
