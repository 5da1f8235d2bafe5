import { describe, expect, it } from 'vitest';
import { keyOf, keyRefusal, keyTableOf, readKeyBindings, withKey } from './key-bindings.ts';
import { acceleratorOf } from './key-names.ts';
import { type KeyPreset, keyPresets } from './key-presets.ts';

const linux = { preset: 'linux', own: {} } as const;

describe("the program's own keys", () => {
  it('are those of the preset', () => {
    expect(keyTableOf(linux)).toEqual(keyPresets.linux);
    expect(keyOf(keyTableOf(linux), 'full-screen')).toBe('f11');
    expect(keyOf(keyTableOf(linux), 'about')).toBeUndefined();
  });

  it('are set otherwise one by one: the action has that key alone, and the key that action', () => {
    const table = keyTableOf(withKey(linux, 'find', 'f11'));
    expect(table.f11).toBe('find');
    expect(table['ctrl+shift+f']).toBeUndefined();
    expect(keyOf(table, 'full-screen')).toBeUndefined();
  });

  it('are taken away, and taken from another action that was given it before', () => {
    expect(keyOf(keyTableOf(withKey(linux, 'find', '')), 'find')).toBeUndefined();
    const both = withKey(withKey(linux, 'find', 'alt+f'), 'about', 'alt+f');
    expect(both.own).toEqual({ find: '', about: 'alt+f' });
  });

  it('are no keys that belong to the session', () => {
    for (const key of ['a', 'shift+a', 'enter', 'ctrl+c', 'arrowup']) expect(keyRefusal(key), key).toMatch(/\.$/);
    for (const key of ['f5', 'shift+f5', 'ctrl+shift+c', 'alt+a', 'meta+k', 'ctrl+tab'])
      expect(keyRefusal(key)).toBeNull();
  });

  it('are read from a file as far as it is understood', () => {
    expect(readKeyBindings(null, 'macos')).toEqual({ preset: 'macos', own: {} });
    const own = { find: 'alt+f', about: 'ctrl+c', sudo: 'f5', copy: 7, paste: '' };
    expect(readKeyBindings({ preset: 'putty', own }, 'linux')).toEqual({
      preset: 'putty',
      own: { find: 'alt+f', paste: '' },
    });
    expect(readKeyBindings({ preset: 'toString', own: [] }, 'linux')).toEqual(linux);
  });
});

describe('the presets', () => {
  it.each(Object.keys(keyPresets) as KeyPreset[])(
    'of %s leave Ctrl and a letter, and what is typed, to the session',
    (preset) => {
      // Shift+Insert pastes and Shift+F10 shows the menu everywhere.
      const keys = Object.keys(keyPresets[preset]).filter((key) => key !== 'shift+insert');
      for (const key of keys) expect(keyRefusal(key), key).toBeNull();
    },
  );
});

it('keys are shown, and told to menus, by their usual names', () => {
  expect(
    ['ctrl+shift+t', 'shift+meta+[', 'alt+arrowleft', 'f11', 'ctrl+shift+pageup', 'ctrl++', ''].map(acceleratorOf),
  ).toEqual(['Ctrl+Shift+T', 'Shift+Cmd+[', 'Alt+Left', 'F11', 'Ctrl+Shift+PageUp', 'Ctrl+Plus', '']);
});
