import holdfastDark from '../../assets/colour-schemes/holdfast-dark.json' with { type: 'json' };
import holdfastLight from '../../assets/colour-schemes/holdfast-light.json' with { type: 'json' };
import { colourAt } from '../steps/cells.ts';
import { expectTyped, printed, test } from '../steps/scripted-test.ts';
import { chooseFromMenu, expectTerminal, focusTerminal, terminalText, typeKeys } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

const clear = '\u001b[2J\u001b[H';

test('sends what is typed, keys that print nothing included, and shows what comes back', async ({ session }) => {
  const { app, shell } = session;
  await typeKeys(app.page, 'wörld 漢字');
  await expectTyped(shell, Buffer.from('wörld 漢字').toString('latin1'));
  await printed(shell, 'wörld 漢字');
  await expectTerminal(app, 'wörld 漢字');

  const keys = {
    Enter: '\r',
    Tab: '\t',
    'Shift+Tab': '\u001b[Z',
    Backspace: '\u007f',
    Escape: '\u001b',
    'Control+c': '\u0003',
    'Control+d': '\u0004',
    'Control+w': '\u0017',
    'Control+t': '\u0014',
    'Control+Space': '\u0000',
    'Alt+b': '\u001bb',
    ArrowUp: '\u001b[A',
    'Control+ArrowLeft': '\u001b[1;5D',
    Home: '\u001b[H',
    End: '\u001b[F',
    Insert: '\u001b[2~',
    Delete: '\u001b[3~',
    PageUp: '\u001b[5~',
    F1: '\u001bOP',
    F5: '\u001b[15~',
  };
  await focusTerminal(app.page);
  for (const [key, bytes] of Object.entries(keys)) {
    await app.page.keyboard.press(key);
    await expectTyped(shell, bytes);
  }
  await printed(shell, '\u001b[?1h');
  await app.page.keyboard.press('ArrowUp');
  await expectTyped(shell, '\u001bOA');
});

test('shows colours of the scheme and true colours, light or dark as the desktop is', async ({ session }) => {
  const { app, shell } = session;
  await printed(shell, `${clear}\u001b[?25l\u001b[41m    \u001b[48;2;10;200;30m    \u001b[0m`);
  for (const [desktop, scheme] of [
    ['light', holdfastLight],
    ['dark', holdfastDark],
  ] as const) {
    await app.page.emulateMedia({ colorScheme: desktop });
    await expect.poll(() => colourAt(session, 1, 2)).toBe(scheme.ansi[1]);
    expect(await colourAt(session, 1, 6)).toBe('#0ac81e');
    expect(await colourAt(session, 1, 10)).toBe(scheme.background);
  }
});

test('gives each grapheme the cells that programs expect', async ({ session }) => {
  const { app, shell } = session;
  const widths = {
    漢字: 4,
    ｶﾅ: 2,
    한국: 4,
    é: 1,
    'e\u0301': 1,
    '👍🏽': 2,
    '👩‍👩‍👧‍👦': 2,
    '🇩🇪': 2,
    '❤️': 2,
    नि: 1,
  };
  for (const [text, cells] of Object.entries(widths)) {
    // The cursor's report (CPR) tells where the next character would go.
    expect(await printed(shell, `${clear}${text}\u001b[6n`), text).toBe(`\u001b[1;${cells + 1}R`);
    expect(await terminalText(app)).toContain(text);
  }
});

test('has Chromium keep as many drawn glyphs as a page of Chinese needs', async ({ session: { app } }) => {
  const browser = app.page.context().browser();
  test.skip(browser === null, 'Playwright reaches the pages of Electron alone.');
  const session = await browser?.newBrowserCDPSession();
  // 1 MB without it.
  const info = await session?.send('SystemInfo.getInfo');
  expect(info?.commandLine).toContain('--skia-font-cache-limit-mb=8');
});

test('tells the server each new size of the window', async ({ session }) => {
  const { app, shell } = session;
  const [columns = 0, rows = 0] = shell.size().split('x').map(Number);
  await app.page.evaluate(() => window.holdfast.command('window.resize-by', { width: -200, height: -100 }));
  await expect.poll(() => shell.size()).not.toBe(`${columns}x${rows}`);
  const [fewerColumns = 0, fewerRows = 0] = shell.size().split('x').map(Number);
  expect(fewerColumns).toBeLessThan(columns - 10);
  expect(fewerRows).toBeLessThan(rows - 2);
  // What the server believes is what the terminal has: the cursor stops in its last cell.
  expect(await printed(shell, '\u001b[999;999H\u001b[6n')).toBe(`\u001b[${fewerRows};${fewerColumns}R`);
});

test('keeps the screen of a full-screen program apart from the scrollback', async ({ session }) => {
  const { app, shell } = session;
  await printed(shell, `${clear}before\r\n\u001b[?1049h${clear}full screen`);
  expect(await terminalText(app)).toContain('full screen');
  expect(await terminalText(app)).not.toContain('before');
  await printed(shell, '\u001b[?1049lafter');
  expect(await terminalText(app)).toBe('before\nafter');
});

test('copies all, clears the scrollback for good and resets the terminal from the menu', async ({ session }) => {
  const { app, shell } = session;
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
  await printed(shell, lines.join('\r\n'));
  expect(await terminalText(app)).toBe(lines.join('\n'));

  await chooseFromMenu(app, 'Clear Scrollback');
  const rows = Number(shell.size().split('x')[1]);
  await expect.poll(() => terminalText(app)).toBe(lines.slice(-rows).join('\n'));
  await app.reload();
  await expectTerminal(app, 'line 99');
  expect(await terminalText(app)).toBe(lines.slice(-rows).join('\n'));

  // Line drawing, application keys, hidden cursor and the alternate screen: what a crashed program leaves behind.
  await printed(shell, '\u001b[?1049h\u001b(0\u001b[?1h\u001b[?25l\u001b[?2004hgarbage');
  await chooseFromMenu(app, 'Reset Terminal');
  await expect.poll(() => terminalText(app)).not.toContain('garbage');
  await printed(shell, 'readable');
  expect((await terminalText(app)).split('\n').at(-1)).toBe('readable');
  await focusTerminal(app.page);
  await app.page.keyboard.press('ArrowUp');
  await expectTyped(shell, '\u001b[A');
});
