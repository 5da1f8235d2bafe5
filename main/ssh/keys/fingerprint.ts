import { createHash } from 'node:crypto';

/** `SHA256:` and unpadded base64 of the public key's encoding (RFC 4253, 6.6), as OpenSSH prints it. */
export const fingerprintOf = (blob: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
