import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AppInfo, ClipboardKind } from '#contract/channels/channels.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const clipboards: Readonly<Record<ClipboardKind, string>> = { clipboard: 'from the clipboard', selection: 'selected' };

const setUpOn = async (platform: AppInfo['platform']) => {
  terminal = await setUpTerminal({ platform, readClipboard: async (from) => clipboards[from] });
};

const screen = () => terminal.view.element.querySelector('.xterm-screen') as HTMLElement;

const mouse = (type: string, button: number, init: MouseEventInit = {}) => {
  const { left, top } = screen().getBoundingClientRect();
  const options = { bubbles: true, cancelable: true, button, clientX: left + 5, clientY: top + 5, ...init };
  screen().dispatchEvent(new MouseEvent(type, options));
};

/** A double click, which selects a word. */
const selectWord = () => userEvent.dblClick(screen(), { position: { x: 8, y: 8 } });

describe('the mouse', () => {
  it('copies a selection to the clipboard on Windows, and to PRIMARY on Linux', async () => {
    await setUpOn('windows');
    await terminal.print('word here');
    await selectWord();
    expect(terminal.calls.written).toEqual([
      { to: 'selection', text: 'word' },
      { to: 'clipboard', text: 'word' },
    ]);
    terminal.dispose();
    await setUpOn('linux');
    await terminal.print('word here');
    await selectWord();
    expect(terminal.calls.written).toEqual([{ to: 'selection', text: 'word' }]);
  });

  it('copies nothing to the clipboard by itself on macOS', async () => {
    await setUpOn('macos');
    await terminal.print('word here');
    await selectWord();
    expect(terminal.view.hasSelection()).toBe(true);
    expect(terminal.calls.written).toEqual([{ to: 'selection', text: 'word' }]);
  });

  it('pastes by the right button on Windows, and shows the menu with Ctrl', async () => {
    await setUpOn('windows');
    mouse('contextmenu', 2);
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('from the clipboard');
    expect(terminal.calls.counts.menus).toBe(0);
    mouse('contextmenu', 2, { ctrlKey: true });
    expect(terminal.calls.counts.menus).toBe(1);
  });

  it('pastes PRIMARY once by the middle button on Linux, and shows the menu by the right one', async () => {
    await setUpOn('linux');
    for (const type of ['mousedown', 'mouseup', 'auxclick']) mouse(type, 1);
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('selected');
    mouse('contextmenu', 2);
    expect(terminal.calls.counts.menus).toBe(1);
  });

  it('belongs to the program that asked for it, unless Shift is held', async () => {
    await setUpOn('linux');
    await terminal.print('\u001b[?1000h\u001b[?1006h');
    mouse('contextmenu', 2);
    expect(terminal.calls.counts.menus).toBe(0);
    mouse('contextmenu', 2, { shiftKey: true });
    expect(terminal.calls.counts.menus).toBe(1);
  });
});
