import { expect, it } from 'vitest';
import { readText } from '../testing/read-text.ts';

const session = (...lines: readonly string[]) => {
  const [read] = readText(['[Tera Term]', ...lines].join('\r\n')).sessions;
  return { palette: read?.changes.palette, changes: read?.changes, left: read?.unmapped.map(({ key }) => key) };
};

/** As the file of Tera Term 5 has it. */
const own = [
  'ANSIColor=0,0,0,0, 1,255,0,0, 2,0,255,0, 3,255,255,0, 4,128,128,255, 5,255,0,255, 6,0,255,255, 7,255,255,255, 8,64,64,64, 9,192,0,0, 10,0,192,0, 11,192,192,0, 12,64,64,192, 13,192,0,192, 14,0,192,192, 15,192,192,192',
  'EnableANSIColor=on',
  'PcBoldColor=on',
  'Aixterm16Color=on',
  'Xterm256Color=on',
  'EnableBoldAttrColor=on',
  'VTBoldColor=255,255,0,0,0,0',
];

/** The light colours of Solarized in ANSIColor's order: plain ones in the second half. */
const solarized =
  'ANSIColor=0,7,54,66, 1,203,75,22, 2,88,110,117, 3,101,123,131, 4,131,148,150, 5,108,113,196, 6,147,161,161, 7,253,246,227, 8,0,43,54, 9,220,50,47, 10,133,153,0, 11,181,137,0, 12,38,139,210, 13,211,54,130, 14,42,161,152, 15,238,232,213';

it('takes the colours over, with bright and plain ones in their places', () => {
  const { palette, left } = session(solarized, 'VTColor=101,123,131,253,246,227', 'VTBoldColor=88,110,117,238,232,213');
  expect(palette).toEqual({
    foreground: '#657b83',
    background: '#fdf6e3',
    boldForeground: '#586e75',
    ...{ black: '#073642', red: '#dc322f', green: '#859900', yellow: '#b58900' },
    ...{ blue: '#268bd2', magenta: '#d33682', cyan: '#2aa198', white: '#eee8d5' },
    ...{ brightBlack: '#002b36', brightRed: '#cb4b16', brightGreen: '#586e75', brightYellow: '#657b83' },
    ...{ brightBlue: '#839496', brightMagenta: '#6c71c4', brightCyan: '#93a1a1', brightWhite: '#fdf6e3' },
  });
  expect(left).toEqual([]);
});

it('takes the first eight as the plain ones where Tera Term shows no more', () => {
  const { palette, changes } = session('Xterm256Color=off', 'PcBoldColor=off', 'ANSIColor=1,255,0,0, 9,128,0,0');
  expect(palette).toEqual({ red: '#ff0000', brightRed: '#800000' });
  expect(changes?.xterm256Colour).toBe(false);
  expect(session('Xterm256Color=off', 'PcBoldColor=on', 'ANSIColor=1,255,0,0').palette).toEqual({
    brightRed: '#ff0000',
  });
});

it('shows bold text as other text where it has no colour of its own', () => {
  const lines = ['VTColor=1,2,3,4,5,6', 'VTBoldColor=7,8,9,4,5,6', 'EnableBoldAttrColor=off'];
  expect(session(...lines).palette).toMatchObject({ foreground: '#010203', boldForeground: '#010203' });
});

it('leaves colours to the scheme that nobody chose', () => {
  const { palette, left } = session(...own, 'VTColor=255,255,255,0,0,0');
  expect(palette).toBeUndefined();
  expect(left).toEqual([]);
  expect(session(...own, 'VTColor=255,255,255,0,0,1').palette).toMatchObject({ background: '#000001', red: '#c00000' });
});

it('tells of what is no colour or has no place here, and takes the others', () => {
  const { palette, left } = session(
    'VTColor=1,2,3',
    'VTBoldColor=1,2,3,4,5,6',
    'ANSIColor=16,1,2,3',
    'URLColor=0,255,255,0,0,0',
  );
  expect(palette).toEqual({ boldForeground: '#010203' });
  expect(left).toEqual(['VTColor', 'ANSIColor', 'URLColor']);
});
