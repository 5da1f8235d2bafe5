import type { Algorithms, NegotiatedAlgorithms, ServerHostKeyAlgorithm } from 'ssh2';

/** Best first. Without `ssh-rsa`, which signs with SHA-1 (RFC 8332): OpenSSH refuses it since 8.8. */
const hostKeyAlgorithms: readonly ServerHostKeyAlgorithm[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
];

/** RSA keys sign by several algorithms, and are one type of key. */
const keyTypeOf = (algorithm: string): string => (algorithm.startsWith('rsa-sha2-') ? 'ssh-rsa' : algorithm);

/**
 * What is offered to the server. Types of keys that are known for the host come first, so that a server with several
 * shows the known one, as in OpenSSH. Ciphers, MACs and key exchanges are ssh2's defaults, which leave out what the
 * running crypto library lacks. Compression starts after the login (`zlib@openssh.com`) or not at all.
 */
export function offeredAlgorithms(knownTypes: readonly string[], compression: boolean): Algorithms {
  const isKnown = (algorithm: string) => knownTypes.includes(keyTypeOf(algorithm));
  return {
    serverHostKey: [
      ...hostKeyAlgorithms.filter(isKnown),
      ...hostKeyAlgorithms.filter((algorithm) => !isKnown(algorithm)),
    ],
    compress: compression ? ['zlib@openssh.com', 'none'] : ['none'],
  };
}

/** What was agreed on, a line each, for the Event Log. Names are ours: only what we offered can be agreed on. */
export function algorithmLog({ kex, serverHostKey, cs, sc }: NegotiatedAlgorithms): readonly string[] {
  const both = (out: string, back: string) => (out === back ? out : `${out} to the server, ${back} from it`);
  const mac = ({ mac }: NegotiatedAlgorithms['cs']) => mac || 'part of the cipher';
  return [
    `Key exchange: ${kex}`,
    `Host key algorithm: ${serverHostKey}`,
    `Cipher: ${both(cs.cipher, sc.cipher)}`,
    `MAC: ${both(mac(cs), mac(sc))}`,
    `Compression: ${both(cs.compress, sc.compress)}`,
  ];
}
