import { expect, it } from 'vitest';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { orderItems } from './order-items.ts';

it("has a row for each name, with SSH's own beside it, and the line among them", () => {
  const rows = orderItems(settingsTable.cipherOrder, ['aes256-ctr', 'WARN', '3des-cbc'], []);
  expect(rows).toEqual([
    { value: 'aes256-ctr', label: 'AES, 256 bits', note: 'aes256-ctr', look: 'plain' },
    { value: 'WARN', label: '-- warn below here --', note: '', look: 'line' },
    { value: '3des-cbc', label: 'Triple-DES', note: '3des-cbc', look: 'plain' },
  ]);
});

it('says of what the program does not have that it is not available, and keeps its place', () => {
  const chacha = 'chacha20-poly1305@openssh.com';
  const rows = orderItems(settingsTable.cipherOrder, [chacha, 'aes256-ctr', 'WARN'], [chacha]);
  expect(rows[0]).toEqual({ value: chacha, label: 'ChaCha20', note: 'not available here', look: 'off' });
});
