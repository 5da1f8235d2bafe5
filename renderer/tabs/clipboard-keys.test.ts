import { describe, expect, it } from 'vitest';
import { isLeftToServer, performClipboardKeys } from './clipboard-keys.ts';

const copyKeys = { kind: 'copy-by', keys: 'letterKeys' } as const;
const pasteKeys = { kind: 'paste-by', keys: 'insertKeys' } as const;

describe('the keys of the clipboards', () => {
  it('are the server’s where their session gives them no clipboard, and others never', () => {
    const choices = { letterKeys: 'none', insertKeys: 'explicit' } as const;
    expect(isLeftToServer(copyKeys, choices)).toBe(true);
    expect(isLeftToServer(pasteKeys, choices)).toBe(false);
    expect(isLeftToServer({ kind: 'copy' }, choices)).toBe(false);
  });

  it('copy to and paste from the clipboard that their session names', () => {
    const done: string[] = [];
    const view = { copy: (to: string) => done.push(`to ${to}`), paste: (from: string) => done.push(`from ${from}`) };
    performClipboardKeys(copyKeys, view, { letterKeys: 'implicit', insertKeys: 'none' });
    performClipboardKeys(pasteKeys, view, { letterKeys: 'none', insertKeys: 'explicit' });
    performClipboardKeys(pasteKeys, view, { letterKeys: 'none', insertKeys: 'none' });
    expect(done).toEqual(['to selection', 'from clipboard']);
  });
});
