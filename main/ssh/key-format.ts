/** What a key file looks like, without its passphrase. */
export type KeyFormat =
  | { readonly kind: 'private'; readonly encoding: 'openssh' | 'pem' | 'pkcs8'; readonly encrypted: boolean }
  | { readonly kind: 'putty' }
  | { readonly kind: 'public' }
  | { readonly kind: 'unknown' };

/**
 * Tells the formats apart by their armour (RFC 7468; OpenSSH's PROTOCOL.key) and, for OpenSSH's, by the name of the
 * cipher inside, so that a passphrase is asked for only where one is needed.
 */
export function keyFormatOf(text: string): KeyFormat {
  const [, label = ''] = /^-----BEGIN ([A-Z0-9 ]+)-----/m.exec(text) ?? [];
  switch (label) {
    case 'OPENSSH PRIVATE KEY':
      return { kind: 'private', encoding: 'openssh', encrypted: cipherOf(text) !== 'none' };
    case 'RSA PRIVATE KEY':
    case 'EC PRIVATE KEY':
      return { kind: 'private', encoding: 'pem', encrypted: /^Proc-Type:.*ENCRYPTED/m.test(text) };
    case 'PRIVATE KEY':
      return { kind: 'private', encoding: 'pkcs8', encrypted: false };
    case 'ENCRYPTED PRIVATE KEY':
      return { kind: 'private', encoding: 'pkcs8', encrypted: true };
    case 'PUBLIC KEY':
    case 'RSA PUBLIC KEY':
      return { kind: 'public' };
    default:
      return formatWithoutArmour(text);
  }
}

function formatWithoutArmour(text: string): KeyFormat {
  if (/^PuTTY-User-Key-File-\d/.test(text)) return { kind: 'putty' };
  const isPublic = /^(ssh-|ecdsa-|sk-)\S+ AAAA/m.test(text) || text.startsWith('---- BEGIN SSH2 PUBLIC KEY');
  return { kind: isPublic ? 'public' : 'unknown' };
}

const magic = 'openssh-key-v1\0';

/** The cipher's name is the first string after the magic; 'none' in a key without passphrase. */
function cipherOf(text: string): string {
  const body = text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
  const bytes = Buffer.from(body, 'base64');
  if (bytes.toString('latin1', 0, magic.length) !== magic || bytes.length < magic.length + 4) return '';
  const start = magic.length + 4;
  return bytes.toString('latin1', start, start + bytes.readUInt32BE(magic.length));
}
