import { domainToASCII } from 'node:url';
import { type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { refused } from './options.ts';

/** Where an ssh:// link leads: all that is taken from it. */
export interface Link {
  /** As it is looked up: letters outside ASCII are in punycode. An IPv6 address has no brackets. */
  readonly host: string;
  /** Null: the link names none. */
  readonly user: string | null;
  readonly port: number | null;
  /** Sentences on what the link held besides, and that was left out. */
  readonly leftOut: readonly string[];
}

/** Taken for a host name it would put a user's name, or a password, where it does not belong. */
export const isLink = (word: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(word);

/**
 * Reads `ssh://[user[;parameters][:password]@]host[:port][/…]` (draft-ietf-secsh-scp-sftp-ssh-uri). Who writes a link is
 * not who follows it: options, commands and passwords are never taken, and what could deceive the eye is refused.
 */
export function parseLink(text: string): Result<Link> {
  const [, authority = '', rest = ''] = /^ssh:\/\/([^/?#]*)(.*)$/is.exec(text) ?? [];
  if (authority === '') return refused(t('Only links of the form ssh://user@host:port are followed.'));
  const at = authority.lastIndexOf('@');
  const place = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(authority.slice(at + 1));
  const [userAndMore = '', ...password] = authority.slice(0, Math.max(at, 0)).split(':');
  const [user, ...parameters] = userAndMore.split(';').map(decoded);
  const host = place === null ? null : hostOf(place[1] ?? '');
  const port = place?.[2] === undefined ? null : Number(place[2]);
  if (host === null) return refused(t('The link names no host, or one that cannot exist.'));
  if (port !== null && (port < 1 || port > 65_535)) return refused(t('The link names a port that cannot exist.'));
  if (user === undefined || user === null || !isPlainUser(user)) {
    return refused(t('The link names a user with characters that no user name has.'));
  }
  const leftOut = [
    ...(password.length > 0 ? [t('It held a password, which is not used: it could be read by others.')] : []),
    ...(parameters.length > 0 ? [t('It held parameters, which are not used.')] : []),
    ...(rest === '' || rest === '/' ? [] : [t('What follows the host in it is not used.')]),
  ];
  return success({ host, user: user === '' ? null : user, port, leftOut });
}

function hostOf(text: string): string | null {
  if (text.startsWith('[')) return text.slice(1, -1);
  const name = domainToASCII(decoded(text) ?? '');
  return /^[a-z0-9_][a-z0-9._-]{0,254}$/.test(name) ? name : null;
}

/** Letters of other scripts may look like those of one's own: such names can be typed, and are not taken from a link. */
const isPlainUser = (user: string) => user === '' || /^[A-Za-z0-9_][A-Za-z0-9._@\\+-]{0,254}$/.test(user);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
