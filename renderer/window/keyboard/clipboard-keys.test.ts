import { expect, it } from 'vitest';
import { performClipboardKeys } from './clipboard-keys.ts';

it('the keys of the clipboards copy and paste as their session says, or are typed', () => {
  const done: string[] = [];
  const view = {
    copy: (to: string) => done.push(`to ${to}`),
    paste: (from: string) => done.push(`from ${from}`),
    type: (text: string) => done.push(`typed ${text}`),
  };
  const copyKeys = { kind: 'copy-by', keys: 'letterKeys' } as const;
  const pasteKeys = { kind: 'paste-by', keys: 'insertKeys' } as const;
  performClipboardKeys(copyKeys, view, { letterKeys: 'implicit', insertKeys: 'none' });
  performClipboardKeys(pasteKeys, view, { letterKeys: 'none', insertKeys: 'explicit' });
  performClipboardKeys(copyKeys, view, { letterKeys: 'none', insertKeys: 'explicit' });
  performClipboardKeys(pasteKeys, view, { letterKeys: 'explicit', insertKeys: 'none' });
  expect(done).toEqual(['to selection', 'from clipboard', 'typed \u0003', 'typed \u001b[2;2~']);
});
