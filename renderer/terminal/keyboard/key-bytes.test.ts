import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { type KeyModes, type KeySettings, keyBytes } from './key-bytes.ts';

/** `Ctrl+Shift+ArrowUp`, with the ESC that is sent shown as E. */
function sent(
  text: string,
  settings: Partial<KeySettings> = {},
  modes: Partial<KeyModes> = {},
  system: 'linux' | 'windows' = 'linux',
): string | null {
  const held = text.split('+');
  const key = held.pop() ?? '';
  const press = {
    key: key.replace('Key', '').toLowerCase().length === 1 ? key.replace('Key', '').toLowerCase() : key,
    code: key,
    shift: held.includes('Shift'),
    ctrl: held.includes('Ctrl'),
    alt: held.includes('Alt'),
  };
  const all = { applicationCursor: false, applicationKeypad: false, ...modes };
  return keyBytes(press, { ...defaultProfile, ...settings }, all, system)?.replaceAll('\u001b', 'E') ?? null;
}
const sentAll = (keys: string, ...rest: [Partial<KeySettings>?, Partial<KeyModes>?]) =>
  keys
    .split(' ')
    .map((key) => String(sent(key, ...rest)))
    .join(' ');

describe('Backspace', () => {
  it('is DEL or ^H, and with Shift or Ctrl the other', () => {
    for (const [backspaceKey, own, other] of [
      ['delete', '\u007f', '\b'],
      ['control-h', '\b', '\u007f'],
    ] as const) {
      expect(sent('Backspace', { backspaceKey })).toBe(own);
      expect(sent('Shift+Backspace', { backspaceKey })).toBe(other);
      expect(sent('Ctrl+Backspace', { backspaceKey })).toBe(other);
      expect(sent('Alt+Backspace', { backspaceKey })).toBe(`E${own}`);
    }
  });
});

describe('the arrow keys', () => {
  const arrows = 'ArrowUp ArrowDown ArrowRight ArrowLeft';

  it('follow the mode', () => {
    expect(sentAll(arrows)).toBe('E[A E[B E[C E[D');
    expect(sentAll(arrows, {}, { applicationCursor: true })).toBe('EOA EOB EOC EOD');
  });

  it('tell what is held as xterm does, in either mode', () => {
    const keys = 'Shift+ArrowUp Alt+ArrowUp Ctrl+ArrowLeft Ctrl+Shift+ArrowRight Ctrl+Alt+Shift+ArrowDown';
    for (const applicationCursor of [false, true]) {
      expect(sentAll(keys, {}, { applicationCursor })).toBe('E[1;2A E[1;3A E[1;5D E[1;6C E[1;8B');
    }
  });

  it('change the mode with Ctrl where that is chosen', () => {
    const toggle = { arrowKeys: 'toggle' } as const;
    expect(sentAll('Ctrl+ArrowLeft Shift+ArrowLeft Alt+ArrowLeft', toggle)).toBe('EOD E[D EE[D');
    expect(sentAll('Ctrl+ArrowLeft ArrowLeft', toggle, { applicationCursor: true })).toBe('E[D EOD');
  });
});

describe('the six keys above the arrows', () => {
  const six = 'Home Insert Delete End PageUp PageDown';

  it.each([
    [{ functionKeys: 'tilde', homeEndKeys: 'standard' }, 'E[1~ E[2~ E[3~ E[4~ E[5~ E[6~'],
    [{ functionKeys: 'tilde', homeEndKeys: 'rxvt' }, 'E[H E[2~ E[3~ EOw E[5~ E[6~'],
    [{ functionKeys: 'tilde', homeEndKeys: 'xterm' }, 'E[H E[2~ E[3~ E[F E[5~ E[6~'],
    [{ functionKeys: 'vt400', homeEndKeys: 'standard' }, 'E[2~ E[1~ E[4~ E[5~ E[3~ E[6~'],
    [{ functionKeys: 'sco', homeEndKeys: 'rxvt' }, 'E[H E[L \u007f E[F E[I E[G'],
    [{ functionKeys: 'xterm-216', homeEndKeys: 'standard' }, 'E[1~ E[2~ E[3~ E[4~ E[5~ E[6~'],
  ] as const)('with %j send their own', (settings, expected) => {
    expect(sentAll(six, settings)).toBe(expected);
  });

  it('tell what is held with Xterm 216+, and have ESC before them with Alt elsewhere', () => {
    expect(sentAll('Ctrl+Home Ctrl+Delete', { homeEndKeys: 'standard' })).toBe('E[1;5~ E[3;5~');
    expect(sentAll('Alt+Delete Ctrl+Delete', { functionKeys: 'linux' })).toBe('EE[3~ E[3~');
  });

  it('are Home and End of xterm in application mode too', () => {
    expect(sentAll('Home End Ctrl+Home', {}, { applicationCursor: true })).toBe('EOH EOF E[1;5H');
  });

  it('are left to scrolling, copying and pasting with Shift', () => {
    for (const key of ['Shift+PageUp', 'Shift+PageDown', 'Shift+Insert', 'Ctrl+Insert']) expect(sent(key)).toBeNull();
  });
});

describe('the numeric keypad', () => {
  const digits = Array.from({ length: 10 }, (_, digit) => `Numpad${digit}`).join(' ');
  const operators = 'NumLock NumpadDivide NumpadMultiply NumpadSubtract NumpadAdd Shift+NumpadAdd';
  const application = { applicationKeypad: true };
  const nothing = 'null null null null null null';

  it('types what its keys say in normal mode', () => {
    expect(sentAll(`${digits} NumpadDecimal NumpadEnter`)).toMatch(/^(null ?){12}$/);
    expect(sentAll(operators)).toBe(nothing);
  });

  it('has sequences of its own in application mode', () => {
    expect(sentAll(digits, {}, application)).toBe('EOp EOq EOr EOs EOt EOu EOv EOw EOx EOy');
    expect(sentAll('NumpadDecimal NumpadEnter', {}, application)).toBe('EOn EOM');
  });

  it.each([
    ['tilde', 'EOP EOQ EOR EOS EOl EOm'],
    ['linux', 'EOP EOQ EOR EOS EOl EOm'],
    ['vt400', 'EOP EOQ EOR EOS EOl EOm'],
    ['xterm-r6', 'null EOo EOj EOm EOk EOl'],
    ['vt100-plus', 'null null null null EOl EOm'],
    ['sco', 'null null null null EOl EOm'],
    ['xterm-216', 'null null null null EOl EOm'],
  ] as const)('has the operators of %s in application mode', (functionKeys, expected) => {
    expect(sentAll(operators, { functionKeys }, application)).toBe(expected);
  });

  it('has PF1 to PF4 of VT400 in normal mode too', () => {
    expect(sentAll(operators, { functionKeys: 'vt400' })).toBe('EOP EOQ EOR EOS null null');
  });

  it('moves in NetHack', () => {
    const settings = { keypadMode: 'nethack' } as const;
    expect(sentAll(digits, settings)).toBe('null b j n h . l y k u');
    expect(sentAll('Shift+Numpad7 Ctrl+Numpad4 Shift+Numpad5', settings)).toBe('Y \b .');
  });
});

it('Ctrl, Alt and a letter are ESC and a control character on Windows, where that is chosen', () => {
  expect(sent('Ctrl+Alt+KeyQ', {}, {}, 'windows')).toBe('E\u0011');
  expect(sent('Ctrl+Alt+KeyQ', { controlAltIsNotAltGr: false }, {}, 'windows')).toBeNull();
  expect(sent('Ctrl+KeyQ', {}, {}, 'windows')).toBeNull();
});

it('letters, Enter, Tab and Escape are left to xterm.js', () => {
  for (const key of ['KeyA', 'Enter', 'Tab', 'Escape', 'F13']) expect(sent(key)).toBeNull();
});
