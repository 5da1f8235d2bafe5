import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';

/** Schemes that a link in a terminal may have. Others, such as file:, could make the system run something. */
const allowedProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Checks a link that came from a session's output before the system opens it; the value is its normal form. */
export function checkLink(text: string): Result<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && allowedProtocols.has(url.protocol)) return success(url.href);
  return failed({
    code: 'invalid-payload',
    message: t('Only http, https and mailto links are opened.'),
    retryable: false,
  });
}
