import type { Client } from 'ssh2';
import { protocolOf } from './private-surface.ts';

/** ssh2 waits for the end of such a packet with a view on what it was given; it copies all others, or decrypts them. */
const keptCipher = 'chacha20-poly1305@openssh.com';

/**
 * Whether ssh2 will have kept nothing of the next bytes that it reads, once it has read them. In the clear, which is until
 * the first key exchange is done, it keeps packets as they came; and a later exchange may agree on another cipher.
 */
export function keepsNoInput(client: Client): boolean {
  const { _decipher, _kexinit, _kex } = protocolOf(client);
  if (_decipher === undefined || _kexinit !== undefined) return false;
  // What npm may have compiled of ssh2, where it runs its install script, decrypts in place, and hands that on.
  const isOfNode = '_decipherInstance' in _decipher;
  return isOfNode && _kex.negotiated.sc.cipher !== keptCipher;
}

/**
 * Has ssh2 read a server's version, and the lines before it, however they are cut up: of what comes in three pieces or more
 * it forgets the second, and would wait for ever. Right after `connect`.
 */
export function readVersionInPieces(client: Client): void {
  const protocol = protocolOf(client);
  const own = protocol._parse;
  protocol._parse = (chunk, start, end) => {
    const begun = protocol._buffer;
    const next = own.call(protocol, chunk, start, end);
    // It is undefined once the version was read, and another function stands in this one's place.
    if (begun !== undefined && protocol._buffer !== undefined)
      protocol._buffer = Buffer.concat([begun, chunk.subarray(start, end)]);
    return next;
  };
}
