import { describe, expect, it } from 'vitest';
import type { AppInfo } from '#contract/channels/channels.ts';
import { type KeyPress, keyAction, keysOf } from './keys.ts';

/** `Ctrl+Shift+T` as the browser reports it. */
function press(text: string): KeyPress {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  const has = (name: string) => parts.includes(name);
  return {
    key: has('Shift') ? key : key.length === 1 ? key.toLowerCase() : key,
    code: /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key,
    ctrlKey: has('Ctrl'),
    shiftKey: has('Shift'),
    altKey: has('Alt'),
    metaKey: has('Meta'),
  };
}

const action = (platform: AppInfo['platform'], text: string) =>
  keyAction(keysOf({ preset: platform, own: {} }), press(text));

describe('keyAction', () => {
  it.each(['windows', 'linux'] as const)('knows the keys of terminals on %s', (platform) => {
    expect(action(platform, 'Ctrl+Shift+T')).toEqual({ kind: 'new-session' });
    expect(action(platform, 'Ctrl+Shift+W')).toEqual({ kind: 'close-pane' });
    expect(action(platform, 'Ctrl+Shift+C')).toEqual({ kind: 'copy-by', keys: 'letterKeys' });
    expect(action(platform, 'Ctrl+Shift+V')).toEqual({ kind: 'paste-by', keys: 'letterKeys' });
    expect(action(platform, 'Shift+Insert')).toEqual({ kind: 'paste-by', keys: 'insertKeys' });
    expect(action(platform, 'Ctrl+Insert')).toEqual({ kind: 'copy-by', keys: 'insertKeys' });
    expect(action(platform, 'Ctrl+Shift+F')).toEqual({ kind: 'find' });
  });

  it.each(['windows', 'linux', 'macos'] as const)('switches and moves tabs on %s as everywhere', (platform) => {
    expect(action(platform, 'Ctrl+Tab')).toEqual({ kind: 'next-tab' });
    expect(action(platform, 'Ctrl+Shift+Tab')).toEqual({ kind: 'previous-tab' });
    expect(action(platform, 'Ctrl+Shift+PageUp')).toEqual({ kind: 'move-tab-left' });
    expect(action(platform, 'Ctrl+Shift+PageDown')).toEqual({ kind: 'move-tab-right' });
  });

  it('has what Linux alone expects', () => {
    expect(action('linux', 'Ctrl+PageDown')).toEqual({ kind: 'next-tab' });
    expect(action('linux', 'Ctrl+PageUp')).toEqual({ kind: 'previous-tab' });
    expect(action('linux', 'Alt+1')).toEqual({ kind: 'select-tab', index: 0 });
    expect(action('linux', 'Alt+9')).toEqual({ kind: 'select-tab', index: -1 });
    expect(action('linux', 'F11')).toEqual({ kind: 'full-screen' });
    expect(action('linux', 'Alt+Enter')).toBeNull();
  });

  it('has what Windows alone expects', () => {
    expect(action('windows', 'F11')).toEqual({ kind: 'full-screen' });
    for (const key of ['Alt+1', 'Alt+Enter', 'Ctrl+PageDown']) expect(action('windows', key)).toBeNull();
  });

  it('has what macOS alone expects, and no more of the others', () => {
    expect(action('macos', 'Meta+T')).toEqual({ kind: 'new-session' });
    expect(action('macos', 'Meta+W')).toEqual({ kind: 'close-pane' });
    expect(action('macos', 'Meta+C')).toEqual({ kind: 'copy' });
    expect(action('macos', 'Meta+V')).toEqual({ kind: 'paste' });
    expect(action('macos', 'Meta+2')).toEqual({ kind: 'select-tab', index: 1 });
    expect(action('macos', 'Meta+,')).toEqual({ kind: 'change-settings' });
    expect(action('macos', 'Ctrl+Shift+T')).toBeNull();
  });

  it.each(['windows', 'linux', 'macos'] as const)('leaves Ctrl and a letter to the host on %s', (platform) => {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') expect(action(platform, `Ctrl+${letter}`)).toBeNull();
  });

  it.each([
    ['windows', 'Ctrl'],
    ['linux', 'Ctrl'],
    ['macos', 'Meta'],
  ] as const)('makes the font larger and smaller on %s with %s', (platform, modifier) => {
    const keyed = (key: string, held = modifier as string) =>
      keyAction(keysOf({ preset: platform, own: {} }), { ...press(`${held}+x`), key });
    for (const key of ['=', '+']) expect(keyed(key)).toEqual({ kind: 'zoom-in' });
    expect(keyed('+', `${modifier}+Shift`)).toEqual({ kind: 'zoom-in' });
    expect(keyed('-')).toEqual({ kind: 'zoom-out' });
    expect(keyed('0')).toEqual({ kind: 'zoom-reset' });
    // Emacs and readline undo with it.
    expect(keyed('_', `${modifier}+Shift`)).toBeNull();
  });

  it('finds the letter by its place where the keyboard types another script', () => {
    expect(keyAction(keysOf({ preset: 'linux', own: {} }), { ...press('Ctrl+Shift+T'), key: 'Е' })).toEqual({
      kind: 'new-session',
    });
  });
});
