import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { KeyPress } from './keys.ts';
import { createAltAlone, systemKeyAction } from './system-keys.ts';

const none = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, code: '' };
const alt = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ ...none, altKey: true, key, ...held });
const all = { altF4: true, altSpace: true, altOnly: true, fullScreenOnAltEnter: true };

describe('the keys with Alt', () => {
  it('close the window by PuTTY’s defaults, and leave the others to the session', () => {
    expect(systemKeyAction('windows', alt('F4'), defaultProfile)).toEqual({ kind: 'close-window' });
    for (const key of [' ', 'Enter', 'x']) expect(systemKeyAction('windows', alt(key), defaultProfile)).toBeNull();
  });

  it('do what the settings say', () => {
    expect(systemKeyAction('linux', alt(' '), all)).toEqual({ kind: 'show-menu' });
    expect(systemKeyAction('linux', alt('Enter'), all)).toEqual({ kind: 'full-screen' });
    expect(systemKeyAction('linux', alt('F4'), { ...all, altF4: false })).toBeNull();
  });

  it('are the session’s with another modifier, and on macOS, where Option types', () => {
    expect(systemKeyAction('windows', alt('Enter', { shiftKey: true }), all)).toBeNull();
    expect(systemKeyAction('windows', alt('F4', { ctrlKey: true }), all)).toBeNull();
    expect(systemKeyAction('macos', alt(' '), all)).toBeNull();
  });
});

describe('Alt alone', () => {
  const down = (key: string, held: Partial<KeyPress> = {}) => ({ type: 'keydown', ...none, key, ...held });
  const up = (key: string) => ({ type: 'keyup', ...none, key });

  it('is Alt that is let go at once', () => {
    const isAltAlone = createAltAlone();
    expect([down('Alt'), up('Alt')].map(isAltAlone)).toEqual([false, true]);
    expect(isAltAlone(up('Alt'))).toBe(false);
  });

  it('is not Alt with a key, a button or another modifier', () => {
    for (const between of [down('x', { altKey: true }), { type: 'mousedown' }]) {
      const isAltAlone = createAltAlone();
      expect([down('Alt'), between, up('x'), up('Alt')].some(isAltAlone)).toBe(false);
    }
    const isAltAlone = createAltAlone();
    expect([down('Alt', { ctrlKey: true }), up('Alt')].some(isAltAlone)).toBe(false);
  });
});
