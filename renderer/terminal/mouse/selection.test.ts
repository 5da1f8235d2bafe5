import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AppInfo } from '#contract/channels/channels.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type RealMouse, realMouse } from '../testing/real-mouse.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
let mouse: RealMouse;
afterEach(() => terminal.dispose());

const at = (column: number, row: number) => ({ column, row });

async function setUp(
  settings: Partial<Profile> = {},
  platform: AppInfo['platform'] = 'linux',
  print = 'alpha beta gamma\r\nsecond line here\r\nthird line at last',
) {
  const readClipboard = async (from: string) => `<${from}>`;
  terminal = await setUpTerminal({ platform, readClipboard }, settings);
  const size = terminal.calls.sizes.at(-1);
  const screen = terminal.view.element.querySelector('.xterm-screen') as HTMLElement;
  await waitFor(() => terminal.calls.sizes.length > 0 || size !== undefined);
  mouse = realMouse(screen, terminal.calls.sizes.at(-1) ?? defaultProfile);
  await terminal.print(print);
}

const written = (to: string) => terminal.calls.written.filter((one) => one.to === to).map(({ text }) => text);
const typed = () => terminal.port.typed();

describe('the schemes of mouse buttons', () => {
  it('compromise: middle extends, right pastes', async () => {
    await setUp({ mouseButtons: 'compromise' });
    await mouse.drag(at(0, 0), at(5, 0));
    await mouse.click(at(6, 1), { button: 'middle' });
    expect(written('selection')).toEqual(['alpha', 'alpha beta gamma\nsecond']);
    expect(typed()).toBe('');
    await mouse.click(at(9, 2), { button: 'right' });
    await waitFor(() => typed() !== '');
    expect(typed()).toBe('<selection>');
    expect(terminal.calls.counts.menus).toBe(0);
  });

  it('xterm: right extends, also by dragging, middle pastes', async () => {
    await setUp({ mouseButtons: 'xterm', mousePaste: 'explicit' });
    await mouse.drag(at(6, 0), at(10, 0));
    await mouse.press(at(3, 1), { button: 'right' });
    await mouse.move(at(6, 1), { button: 'right' });
    await mouse.release(at(6, 1), { button: 'right' });
    expect(written('selection').at(-1)).toBe('beta gamma\nsecond');
    expect(terminal.calls.counts.menus).toBe(0);
    await mouse.click(at(9, 2), { button: 'middle' });
    await waitFor(() => typed() !== '');
    expect(typed()).toBe('<clipboard>');
  });

  it('Windows: middle extends, right brings up the menu; and Ctrl brings it up in all', async () => {
    await setUp({ mouseButtons: 'windows' });
    await mouse.drag(at(0, 0), at(5, 0));
    await mouse.click(at(10, 0), { button: 'middle' });
    expect(written('selection').at(-1)).toBe('alpha beta');
    await mouse.click(at(9, 2), { button: 'right' });
    expect(terminal.calls.counts.menus).toBe(1);
    terminal.view.apply({ ...defaultProfile, mouseButtons: 'xterm' }, darkSurroundings);
    await mouse.click(at(9, 2), { button: 'right', with: ['ctrl'] });
    expect(terminal.calls.counts.menus).toBe(2);
  });

  it('pastes nothing by the mouse where that has no action', async () => {
    await setUp({ mouseButtons: 'compromise', mousePaste: 'none' });
    await mouse.click(at(9, 2), { button: 'right' });
    await userEvent.keyboard('x');
    await waitFor(() => typed() !== '');
    expect(typed()).toBe('x');
  });
});

describe('a selection', () => {
  it('goes to the clipboard at once where that is wanted, and is what was selected last in any case', async () => {
    await setUp({ autoCopy: 'always' });
    await mouse.drag(at(0, 0), at(5, 0));
    expect([written('selection'), written('clipboard')]).toEqual([['alpha'], ['alpha']]);
    terminal.dispose();
    await setUp({ autoCopy: 'never' }, 'windows');
    await mouse.drag(at(0, 0), at(5, 0));
    expect([written('selection'), written('clipboard')]).toEqual([['alpha'], []]);
  });

  it('is a block with Alt, and without it where the profile says so', async () => {
    await setUp();
    await mouse.drag(at(0, 0), at(6, 2), { with: ['alt'] });
    terminal.view.apply({ ...defaultProfile, selectionMode: 'rectangular' }, darkSurroundings);
    await mouse.drag(at(0, 0), at(6, 2));
    await mouse.drag(at(0, 0), at(6, 1), { with: ['alt'] });
    expect(written('selection')).toEqual(['alpha\nsecond\nthird', 'alpha\nsecond\nthird', 'alpha beta gamma\nsecond']);
  });

  it('is copied though output arrives while the mouse is dragged', async () => {
    await setUp({ scrollbackLines: 1000 });
    await mouse.press(at(0, 0));
    await mouse.move(at(3, 0));
    await terminal.print(`\r\n${'more\r\n'.repeat(300)}`);
    await mouse.release(at(3, 0));
    await waitFor(() => written('selection').length > 0);
    expect(terminal.view.hasSelection()).toBe(true);
    const [copied] = written('selection');
    await terminal.print('yet more\r\n'.repeat(50));
    terminal.view.copy('clipboard');
    expect(written('clipboard')).toEqual([copied]);
  });

  it('stays over a reconnection, and over what a program left behind', async () => {
    await setUp();
    await mouse.drag(at(0, 1), at(6, 1));
    // What main sends where a new shell begins.
    await terminal.print(
      '\u001b7\u001b[?1049l\u001b[?1000;1002;1003;1004;1006;2004l\u001b[!p\r\n— reconnected —\r\n$ ',
    );
    terminal.view.setEnded(true);
    terminal.view.setEnded(false);
    terminal.view.copy('clipboard');
    expect(written('clipboard')).toEqual(['second']);
    await mouse.drag(at(7, 1), at(11, 1));
    expect(written('selection').at(-1)).toBe('line');
  });
});

describe("Shift and an application's mouse", () => {
  const tracking = '\u001b[?1000h\u001b[?1006h';

  it('selects with Shift where it overrides the application', async () => {
    await setUp({}, 'linux', `alpha beta${tracking}`);
    await mouse.drag(at(0, 0), at(5, 0), { with: ['shift'] });
    expect(written('selection')).toEqual(['alpha']);
    expect(typed()).toBe('');
  });

  it("is the application's with Shift, too, where it doesn't", async () => {
    await setUp({ mouseOverride: false }, 'linux', `alpha beta${tracking}`);
    await mouse.click(at(2, 0), { with: ['shift'] });
    await waitFor(() => typed().includes('m'));
    expect(typed().startsWith('\u001b[<0;3;1M')).toBe(true);
    expect(terminal.view.hasSelection()).toBe(false);
    await mouse.click(at(2, 0), { button: 'right', with: ['shift'] });
    expect(terminal.calls.counts.menus).toBe(0);
  });
});
