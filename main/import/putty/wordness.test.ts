import { describe, expect, it } from 'vitest';
import { puttyChanges } from './testing/putty-session.ts';

describe("PuTTY's classes of characters", () => {
  const own = '1,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,1,1,1,2';

  it('come to the characters that end a word', () => {
    const changes = puttyChanges({ Wordness64: own.replace(/^1/, '2') });
    expect(changes.wordSeparators).toMatch(/^!#\$%&'\(\)\*\+,:;<=>\?\[\\\]\^`\{\|\}~/);
    expect(changes.wordSeparators).not.toContain('@');
    expect(changes.wordSeparators).not.toContain('/');
  });

  it("are Holdfast's own where nobody changed them", () => {
    expect(puttyChanges({ Wordness64: own })).not.toHaveProperty('wordSeparators');
  });
});
