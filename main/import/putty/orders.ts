import { warnBelow } from '#contract/settings/definition.ts';
import { completeOrder } from '#contract/settings/order.ts';
import { type OrderKey, settingsTable } from '#contract/settings/settings-table.ts';

/** PuTTY has no order of MACs. */
export type PuttyOrderKey = Exclude<OrderKey, 'macOrder'>;

/** What PuTTY's names stand for, one for a whole family each (its settings.c, ssh/kex and ssh/cipher lists). */
const families: Readonly<Record<PuttyOrderKey, Readonly<Record<string, readonly string[]>>>> = {
  kexOrder: {
    'mlkem-curve25519': ['mlkem768x25519-sha256'],
    ecdh: [
      'curve25519-sha256',
      'curve25519-sha256@libssh.org',
      'ecdh-sha2-nistp256',
      'ecdh-sha2-nistp384',
      'ecdh-sha2-nistp521',
    ],
    'dh-gex-sha1': ['diffie-hellman-group-exchange-sha256', 'diffie-hellman-group-exchange-sha1'],
    'dh-group18-sha512': ['diffie-hellman-group18-sha512'],
    'dh-group17-sha512': ['diffie-hellman-group17-sha512'],
    'dh-group16-sha512': ['diffie-hellman-group16-sha512'],
    'dh-group15-sha512': ['diffie-hellman-group15-sha512'],
    'dh-group14-sha1': ['diffie-hellman-group14-sha256', 'diffie-hellman-group14-sha1'],
    'dh-group1-sha1': ['diffie-hellman-group1-sha1'],
  },
  hostKeyOrder: {
    ed25519: ['ssh-ed25519'],
    ecdsa: ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'],
    rsa: ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
    dsa: ['ssh-dss'],
  },
  cipherOrder: {
    aes: ['aes256-ctr', 'aes256-cbc', 'aes192-ctr', 'aes192-cbc', 'aes128-ctr', 'aes128-cbc'],
    aesgcm: ['aes256-gcm@openssh.com', 'aes128-gcm@openssh.com'],
    chacha20: ['chacha20-poly1305@openssh.com'],
    '3des': ['3des-cbc'],
  },
};

/** PuTTY's own orders; older versions have the same with fewer names. */
const puttyOrders: Readonly<Record<PuttyOrderKey, string>> = {
  kexOrder:
    'ecdh,dh-gex-sha1,dh-group18-sha512,dh-group17-sha512,dh-group16-sha512,dh-group15-sha512,dh-group14-sha1,rsa,' +
    'WARN,dh-group1-sha1',
  hostKeyOrder: 'ed448,ed25519,ecdsa,rsa,dsa,WARN',
  cipherOrder: 'aes,chacha20,aesgcm,3des,WARN,des,blowfish,arcfour',
};

/** Hybrid exchanges, each newer than some version that is in use: PuTTY puts them first by itself. */
const hybrids = new Set(['ntru-curve25519', 'mlkem-curve25519', 'mlkem-nist']);

const namesIn = (saved: string) => saved.split(',').filter((name) => name !== '');

/** Whether nobody has moved anything in the order since PuTTY made it. */
export function isPuttysOwnOrder(key: PuttyOrderKey, saved: string): boolean {
  const names = namesIn(saved).filter((name) => !hybrids.has(name));
  const own = namesIn(puttyOrders[key]).filter((name) => names.includes(name));
  const led = namesIn(saved).findIndex((name) => !hybrids.has(name));
  return (
    own.join() === names.join() &&
    !namesIn(saved)
      .slice(led)
      .some((name) => hybrids.has(name))
  );
}

/**
 * An order from PuTTY's `KEX=`, `HostKey=` or `Cipher=`. What is weak here stays below the line: PuTTY has Triple-DES
 * above it, and counts SHA-1 with its families. `unknown` are the names above PuTTY's line that nothing here
 * corresponds to: those below it are offered to no server without a question anyway.
 */
export function orderFromPutty(
  key: PuttyOrderKey,
  saved: string,
): { readonly order: readonly string[]; readonly unknown: readonly string[] } {
  const standard: readonly string[] = settingsTable[key].default;
  const usual = standard.slice(0, standard.indexOf(warnBelow));
  const names = namesIn(saved);
  const line = names.includes(warnBelow) ? names.indexOf(warnBelow) : names.length;
  const membersOf = (some: readonly string[]) =>
    some.flatMap((name) => (Object.hasOwn(families[key], name) ? (families[key][name] ?? []) : []));
  const above = membersOf(names.slice(0, line)).filter((name) => usual.includes(name));
  const below = membersOf(names).filter((name) => !above.includes(name));
  return {
    order: completeOrder(standard, [...above, warnBelow, ...below]),
    unknown: names.slice(0, line).filter((name) => !Object.hasOwn(families[key], name)),
  };
}
