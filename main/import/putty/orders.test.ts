import { expect, it } from 'vitest';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { orderFromPutty } from './orders.ts';

it("takes PuTTY 0.78's own key exchanges, with what it did not have yet in its usual place", () => {
  const saved =
    'ntru-curve25519,ecdh,dh-gex-sha1,dh-group16-sha512,dh-group15-sha512,dh-group18-sha512,dh-group17-sha512,' +
    'dh-group14-sha1,rsa,WARN,dh-group1-sha1';
  const { order, unknown } = orderFromPutty('kexOrder', saved);
  expect(order.slice(0, 2)).toEqual(['mlkem768x25519-sha256', 'curve25519-sha256']);
  expect(order.slice(order.indexOf('WARN'))).toEqual([
    'WARN',
    'diffie-hellman-group-exchange-sha1',
    'diffie-hellman-group14-sha1',
    'diffie-hellman-group1-sha1',
  ]);
  expect(order.indexOf('diffie-hellman-group16-sha512')).toBeLessThan(order.indexOf('diffie-hellman-group15-sha512'));
  expect(unknown).toEqual(['ntru-curve25519', 'rsa']);
});

it('leaves Triple-DES and CBC below the line, where PuTTY has them above it', () => {
  const { order, unknown } = orderFromPutty('cipherOrder', 'chacha20,aes,aesgcm,3des,WARN,des,blowfish,arcfour');
  expect(order.slice(0, 2)).toEqual(['chacha20-poly1305@openssh.com', 'aes256-ctr']);
  const below = order.slice(order.indexOf('WARN') + 1);
  expect([...below].sort()).toEqual(['3des-cbc', 'aes128-cbc', 'aes192-cbc', 'aes256-cbc']);
  expect(unknown).toEqual([]);
});

it('puts below the line what PuTTY warned of', () => {
  const { order } = orderFromPutty('hostKeyOrder', 'ed25519,WARN,ecdsa,rsa,dsa');
  expect(order.slice(0, 2)).toEqual(['ssh-ed25519', 'WARN']);
  expect(orderFromPutty('hostKeyOrder', 'ed448,ed25519,ecdsa,rsa,dsa,WARN').order).toEqual(
    settingsTable.hostKeyOrder.default,
  );
});
