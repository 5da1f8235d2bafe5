import { describe, expect, it } from 'vitest';
import { hasAddress } from './own-address.ts';

describe('hasAddress', () => {
  it('knows the addresses of this computer, and one that it does not have', () => {
    expect(hasAddress('127.0.0.1')).toBe(true);
    expect(hasAddress('127.0.0.1%lo')).toBe(true);
    expect(hasAddress('192.0.2.1')).toBe(false); // RFC 5737: nobody's
  });
});
