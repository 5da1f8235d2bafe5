import { hostAndPort } from '#contract/forward.ts';
import type { Prompt } from '#contract/prompt.ts';

/** What is to be known of a host key before it is accepted. */
export function keyWarning({
  host,
  port,
  keyType,
  fingerprint,
  knownTypes,
}: Extract<Prompt, { readonly kind: 'unknown-host-key' }>): string {
  const place = port === 22 ? host : hostAndPort(host, port);
  const first = [`The host key of ${place} is not known:`, `  ${keyType} ${fingerprint}`];
  if (knownTypes.length === 0)
    return [...first, 'Compare it with what the server’s administrator says it is.'].join('\n');
  const others = `Other keys of this host are known (${knownTypes.join(', ')}): this may be another host in its place.`;
  return [...first, others].join('\n');
}
