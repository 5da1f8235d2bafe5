/** One entry of "Host keys or fingerprints to accept for this connection". */
export type HostKeyEntry =
  /** `SHA256:` and 43 characters of base64, as ssh-keygen -l prints it. */
  | { readonly kind: 'sha256'; readonly fingerprint: string }
  /** 32 digits of MD5 in hexadecimal, in lower case. */
  | { readonly kind: 'md5'; readonly digits: string }
  /** A public key (RFC 4253, 6.6) in base64. */
  | { readonly kind: 'key'; readonly base64: string };

/**
 * Reads PuTTY's SSHManualHostKeys: `SHA256:` and base64, MD5 as 16 bytes in hexadecimal with colons, or a whole public
 * key in base64, separated by commas; a type, a size or a comment beside them is passed over. A string is an entry that
 * is none of these.
 */
export function readHostKeyList(text: string): readonly HostKeyEntry[] | string {
  const entries: HostKeyEntry[] = [];
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const entry = part
      .trim()
      .split(/\s+/)
      .map(entryOf)
      .find((found) => found !== null);
    if (entry === undefined || entry === null) return part.trim();
    entries.push(entry);
  }
  return entries;
}

function entryOf(word: string): HostKeyEntry | null {
  if (/^SHA256:[A-Za-z0-9+/]{43}=?$/.test(word)) return { kind: 'sha256', fingerprint: word.replace('=', '') };
  if (/^(MD5:)?([0-9a-f]{2}:){15}[0-9a-f]{2}$/i.test(word))
    return { kind: 'md5', digits: word.replace(/^MD5:/i, '').replaceAll(':', '').toLowerCase() };
  // The shortest key, Ed25519's, has 68 characters; each begins with the length of its type's name.
  return /^AAAA[A-Za-z0-9+/]{64,}={0,2}$/.test(word) ? { kind: 'key', base64: word } : null;
}
