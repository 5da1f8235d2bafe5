import { expect, it } from 'vitest';
import { checkSetting } from '../profile/validate.ts';
import { readHostKeyList } from './host-key-list.ts';

const sha = `SHA256:${'a'.repeat(43)}`;
const md5 = Array.from({ length: 16 }, () => 'AB').join(':');
const key = `AAAA${'b'.repeat(64)}`;

it('is read from fingerprints and keys, with what stands beside them', () => {
  expect(readHostKeyList(`${sha}=, ssh-rsa 2048 ${md5},ssh-ed25519 ${key} ada@web,,MD5:${md5}`)).toEqual([
    { kind: 'sha256', fingerprint: sha },
    { kind: 'md5', digits: 'ab'.repeat(16) },
    { kind: 'key', base64: key },
    { kind: 'md5', digits: 'ab'.repeat(16) },
  ]);
  expect(readHostKeyList(' , ')).toEqual([]);
});

it('is refused with the entry that is none', () => {
  expect(readHostKeyList(`${sha}, 12:34`)).toBe('12:34');
  expect(checkSetting('manualHostKeys', `${sha}, nonsense`)).toMatchObject({
    failure: { field: 'manualHostKeys', message: 'Neither a fingerprint nor a public key: nonsense' },
  });
  expect(checkSetting('manualHostKeys', '').ok).toBe(true);
});
