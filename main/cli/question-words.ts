import { hostAndPort } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import type { Prompt } from '#contract/session/prompt.ts';

/** What is to be known of a host key before it is accepted. */
export function keyWarning({
  host,
  port,
  keyType,
  fingerprint,
  knownTypes,
}: Extract<Prompt, { readonly kind: 'unknown-host-key' }>): string {
  const place = port === 22 ? host : hostAndPort(host, port);
  const first = [t('The host key of {place} is not known:', { place }), `  ${keyType} ${fingerprint}`];
  if (knownTypes.length === 0)
    return [...first, t('Compare it with what the server’s administrator says it is.')].join('\n');
  const others = t('Other keys of this host are known ({join}): this may be another host in its place.', {
    join: knownTypes.join(', '),
  });
  return [...first, others].join('\n');
}
