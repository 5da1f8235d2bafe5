import { generateKeyPairSync } from 'node:crypto';

/** A new ECDSA host key in PEM, for a server in this process. ssh2's own generator makes malformed keys at times. */
export const makeHostKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ type: 'sec1', format: 'pem' }).toString();
