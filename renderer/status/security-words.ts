import { t } from '#contract/language/language.ts';
import type { Negotiated } from '#contract/session/session.ts';

/** What protects a connection, a line each. */
export const securityLines = (agreed: Negotiated): readonly string[] => [
  t(agreed.postQuantum ? 'Post-quantum: {kex}' : 'Not post-quantum: {kex}', { kex: agreed.kex }),
  [
    both(agreed.cipherOut, agreed.cipherIn),
    both(agreed.macOut, agreed.macIn),
    agreed.compressionOut === 'none' && agreed.compressionIn === 'none' ? '' : t('compressed'),
  ]
    .filter((part) => part !== '')
    .join(', '),
  t('Host key: {hostKey}', { hostKey: agreed.hostKey }),
  agreed.serverVersion,
];

const both = (out: string, back: string) => (out === back ? out : `${out} / ${back}`);
