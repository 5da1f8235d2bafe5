import type { Negotiated } from '#contract/session.ts';

/** What protects a connection, a line each. */
export const securityLines = (agreed: Negotiated): readonly string[] => [
  `${agreed.postQuantum ? 'Post-quantum' : 'Not post-quantum'}: ${agreed.kex}`,
  [
    both(agreed.cipherOut, agreed.cipherIn),
    both(agreed.macOut, agreed.macIn),
    agreed.compressionOut === 'none' && agreed.compressionIn === 'none' ? '' : 'compressed',
  ]
    .filter((part) => part !== '')
    .join(', '),
  `Host key: ${agreed.hostKey}`,
  agreed.serverVersion,
];

const both = (out: string, back: string) => (out === back ? out : `${out} / ${back}`);
