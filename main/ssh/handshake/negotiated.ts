import type { NegotiatedAlgorithms } from 'ssh2';
import type { Negotiated } from '#contract/session/session.ts';
import { harmlessLine } from '../sanitise.ts';

/** What was agreed on. The algorithms' names are ours: only what we offered can be agreed on. */
export const negotiatedOf = (
  { kex, serverHostKey, cs, sc }: NegotiatedAlgorithms,
  serverVersion: string,
): Negotiated => ({
  serverVersion: harmlessLine(serverVersion),
  kex,
  postQuantum: kex.startsWith('mlkem'),
  hostKey: serverHostKey,
  cipherOut: cs.cipher,
  cipherIn: sc.cipher,
  macOut: cs.mac,
  macIn: sc.mac,
  compressionOut: cs.compress,
  compressionIn: sc.compress,
});

/** A line each, for the Event Log; as honest as OpenSSH 10.1 about exchanges that are not post-quantum. */
export function negotiatedLog(agreed: Negotiated): readonly string[] {
  const both = (out: string, back: string) => (out === back ? out : `${out} to the server, ${back} from it`);
  const mac = (name: string) => name || 'part of the cipher';
  return [
    `Key exchange: ${agreed.kex}`,
    agreed.postQuantum
      ? 'The key exchange is post-quantum: a recording of this session stays secret from quantum computers too.'
      : 'The key exchange is not post-quantum: whoever records this session may be able to read it once there are ' +
        'quantum computers. The server may need an upgrade.',
    `Host key algorithm: ${agreed.hostKey}`,
    `Cipher: ${both(agreed.cipherOut, agreed.cipherIn)}`,
    `MAC: ${both(mac(agreed.macOut), mac(agreed.macIn))}`,
    `Compression: ${both(agreed.compressionOut, agreed.compressionIn)}`,
  ];
}
