import { isIPv4, isIPv6 } from 'node:net';

/** The bytes of an address in network order: 4, 16, or null for a name. Zones (`%eth0`) are left out. */
export function addressBytes(address: string): Buffer | null {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [plain = ''] = address.split('%');
  return isIPv6(plain) ? ipv6Bytes(plain) : null;
}

function ipv6Bytes(address: string): Buffer {
  // As a URL writes it: hexadecimal groups alone, without an IPv4 part.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail = ''] = canonical.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const zeros = Array<string>(8 - groups(head).length - groups(tail).length).fill('0');
  const bytes = Buffer.alloc(16);
  const all = [...groups(head), ...zeros, ...groups(tail)];
  for (const [index, group] of all.entries()) bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2);
  return bytes;
}
