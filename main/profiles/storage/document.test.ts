import { describe, expect, it } from 'vitest';
import { emptyDocument, parseDocument, schemaVersion, serializeDocument } from './document.ts';

describe('parseDocument', () => {
  it('reads what serializeDocument wrote, with what it does not know', () => {
    const document = { ...emptyDocument, sessions: [{ name: 'a', settings: {}, tint: 'red' }], folders: ['x'] };
    expect(parseDocument(serializeDocument(document))).toEqual({ kind: 'good', document, version: schemaVersion });
  });

  it('tells a later version from a damaged file', () => {
    expect(parseDocument(`{"schemaVersion": ${schemaVersion + 1}, "vault": {}}`)).toEqual({
      kind: 'newer',
      version: schemaVersion + 1,
    });
  });

  it.each([
    '',
    '\0\0\0\0',
    '{',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"schemaVersion": 1}',
    '{"schemaVersion": "1", "sessions": []}',
    '{"schemaVersion": 0, "sessions": []}',
    '{"schemaVersion": 1.5, "sessions": []}',
    '{"schemaVersion": 1, "sessions": {}}',
    '{"schemaVersion": 1, "sessions": [], "setAside": 3}',
    '{"schemaVersion": 2, "sessions": [], "folders": {}}',
  ])('finds %j damaged', (text) => {
    expect(parseDocument(text)).toEqual({ kind: 'damaged' });
  });
});
