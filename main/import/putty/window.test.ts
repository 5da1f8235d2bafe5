import { expect, it } from 'vitest';
import { puttyChanges, puttySession } from './testing/putty-session.ts';

it.each([
  [{ LockSize: '0' }, { resizeEffect: 'cells' }],
  [{ LockSize: '1' }, { resizeEffect: 'forbid' }],
  [{ LockSize: '2' }, { resizeEffect: 'font' }],
  [{ LockSize: '3' }, { resizeEffect: 'font-when-maximised' }],
  [
    { ScrollBar: '0', ScrollBarFullScreen: '1', EraseToScrollback: '0' },
    { scrollBar: false, scrollBarInFullScreen: true, eraseToScrollback: false },
  ],
  [
    { ScrollOnKey: '1', ScrollOnDisp: '0' },
    { scrollOnKey: true, scrollOnDisplay: false },
  ],
  [
    { Font: 'Consolas', FontIsBold: '1' },
    { fontFamily: 'Consolas', fontWeight: '700' },
  ],
  [
    { HideMousePtr: '1', WindowBorder: '3' },
    { hidePointer: true, windowGap: 3 },
  ],
  [
    { WinTitle: 'Core router', WinNameAlways: '0', WarnOnClose: '0' },
    { windowTitle: 'Core router', separateIconTitle: true, warnOnClose: false },
  ],
  [
    { AltF4: '0', AltSpace: '1', AltOnly: '1', AlwaysOnTop: '1', FullScreenOnAltEnter: '1' },
    { altF4: false, altSpace: true, altOnly: true, alwaysOnTop: true, fullScreenOnAltEnter: true },
  ],
  [
    { ANSIColour: '0', Xterm256Colour: '0', TrueColour: '0', UseSystemColours: '1' },
    { ansiColour: false, xterm256Colour: false, trueColour: false, useSystemColours: true },
  ],
  [{ BoldAsColour: '0' }, { boldStyle: 'font' }],
  [{ BoldAsColour: '2' }, { boldStyle: 'both' }],
  [{ Colour0: '1,2,3', Colour21: '255,254,253' }, { palette: { foreground: '#010203', brightWhite: '#fffefd' } }],
])('reads %j as %j', (keys, changes) => {
  expect(puttyChanges(keys)).toMatchObject(changes);
});

it('tells of a colour that is none, and takes the others', () => {
  const { changes, unmapped } = puttySession({ Colour0: '1,2,3', Colour1: '1,2', Colour2: '1,2,256' });
  expect(changes.palette).toEqual({ foreground: '#010203' });
  expect(unmapped.map(({ key }) => key)).toEqual(['Colour1', 'Colour2']);
});

it.each([
  ['none', undefined],
  ['implicit', 'implicit'],
  ['explicit', 'explicit'],
])("reads PuTTY's Ctrl+Shift+C and V as %s", (value, clipboard) => {
  expect(puttyChanges({ CtrlShiftCV: value }).letterKeys).toBe(clipboard);
});
