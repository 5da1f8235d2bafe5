import { warnBelow } from '#contract/settings/definition.ts';
import { completeOrder } from '#contract/settings/order.ts';
import { type OrderKey, settingsTable } from '#contract/settings/settings-table.ts';

/** Tera Term's MacOrder is not taken over: what it switches off is below the line here. */
type TeraTermOrderKey = Exclude<OrderKey, 'macOrder'>;

/** Tera Term writes an algorithm as the character that stands this far after "0"; "0" itself is its line. */
const algorithms: Readonly<Record<TeraTermOrderKey, Readonly<Record<number, string>>>> = {
  kexOrder: {
    1: 'diffie-hellman-group1-sha1',
    2: 'diffie-hellman-group14-sha1',
    3: 'diffie-hellman-group-exchange-sha1',
    4: 'diffie-hellman-group-exchange-sha256',
    5: 'ecdh-sha2-nistp256',
    6: 'ecdh-sha2-nistp384',
    7: 'ecdh-sha2-nistp521',
    8: 'diffie-hellman-group14-sha256',
    9: 'diffie-hellman-group16-sha512',
    10: 'diffie-hellman-group18-sha512',
    11: 'curve25519-sha256@libssh.org',
    12: 'curve25519-sha256',
  },
  hostKeyOrder: {
    2: 'ssh-rsa',
    3: 'ssh-dss',
    4: 'ecdsa-sha2-nistp256',
    5: 'ecdsa-sha2-nistp384',
    6: 'ecdsa-sha2-nistp521',
    7: 'ssh-ed25519',
    8: 'rsa-sha2-256',
    9: 'rsa-sha2-512',
  },
  cipherOrder: {
    7: '3des-cbc',
    8: 'aes128-cbc',
    9: 'aes192-cbc',
    10: 'aes256-cbc',
    12: 'aes128-ctr',
    13: 'aes192-ctr',
    14: 'aes256-ctr',
    28: 'aes128-gcm@openssh.com',
    29: 'aes256-gcm@openssh.com',
    30: 'chacha20-poly1305@openssh.com',
  },
};

/**
 * An order from Tera Term's KexOrder, HostKeyOrder or CipherOrder. What is weak here stays below the line, and what Tera
 * Term has switched off goes there. What Holdfast doesn't have is passed over: Tera Term lists all that it knows.
 */
export function orderFromTeraTerm(key: TeraTermOrderKey, saved: string): readonly string[] {
  const standard: readonly string[] = settingsTable[key].default;
  const usual = standard.slice(0, standard.indexOf(warnBelow));
  const numbers = [...saved].map((character) => character.charCodeAt(0) - '0'.charCodeAt(0));
  const line = numbers.includes(0) ? numbers.indexOf(0) : numbers.length;
  const names = numbers.flatMap((number) => algorithms[key][number] ?? []);
  const above = numbers
    .slice(0, line)
    .flatMap((number) => algorithms[key][number] ?? [])
    .filter((name) => usual.includes(name));
  return completeOrder(standard, [...above, warnBelow, ...names.filter((name) => !above.includes(name))]);
}
