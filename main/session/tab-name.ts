import type { SessionSnapshot } from '#contract/session/session.ts';

/** What a tab is called: by its user, as what it was opened from, or by where it leads. */
export const tabName = (givenName: string, { savedAs, config, profile }: Named): string =>
  givenName || savedAs || config?.host || ownName(profile);

type Named = Pick<SessionSnapshot, 'savedAs' | 'config' | 'profile'>;

const ownName = ({ userName, hostName }: Named['profile']) => (userName === '' ? hostName : `${userName}@${hostName}`);
