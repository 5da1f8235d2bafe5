import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';

/** What a user typed or pasted as the host name, taken apart. */
export interface Destination {
  readonly host: string;
  /** Null where none was given. */
  readonly user: string | null;
  readonly port: number | null;
}

/**
 * Reads `host`, `user@host`, `host:port`, `[IPv6]:port` or an `ssh://` link (draft-ietf-secsh-scp-sftp-ssh-uri), with
 * blanks around it. As in PuTTY, a user that stands before the host goes before the one in the Data panel. A password
 * in a link is dropped: none is kept.
 */
export function parseDestination(typed: string): Result<Destination> {
  const link = /^ssh:\/\/([^/?#]*)/i.exec(typed.trim())?.[1];
  const text = link ?? typed.trim();
  const at = text.lastIndexOf('@');
  const user = link === undefined ? text.slice(0, Math.max(at, 0)) : userOfLink(text.slice(0, Math.max(at, 0)));
  const address = text.slice(at + 1);

  const parts = /^\[([^\]]*)\](?::(.*))?$/.exec(address) ?? /^([^:]*):([^:/]*)$/.exec(address);
  const host = parts?.[1] ?? address;
  const portText = parts?.[2] || null;

  if (host === '') return refusal(t('Enter a host name.'));
  if (/[\s[\]/]/.test(host)) return refusal(t('A host name has no spaces, slashes or brackets.'));
  const port = portText === null ? null : portOf(portText);
  if (port !== null && Number.isNaN(port))
    return refusal(t('After the colon, enter a port from {min} to {max}.', { min, max }));
  return success({ host, user: user === '' ? null : user, port });
}

const { min, max } = settingsTable.portNumber;

const portOf = (text: string) => (/^\d{1,5}$/.test(text) && +text >= min && +text <= max ? +text : Number.NaN);

/** The user name alone, of `user;parameters:password` with percent signs. */
function userOfLink(text: string): string {
  const name = text.split(/[:;]/)[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const refusal = (message: string): { readonly ok: false; readonly failure: Failure } =>
  failed({ code: 'invalid-payload', message, retryable: false, field: 'hostName' });
