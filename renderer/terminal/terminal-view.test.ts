import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultProfile } from '#contract/profile/profile.ts';
import { restartGuardMs } from './keyboard/restart-key.ts';
import { darkSurroundings } from './surroundings.ts';
import { deferred } from './testing/deferred.ts';
import { type Harness, setUpTerminal, waitFor } from './testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

describe('a terminal', () => {
  it('sends what is typed', async () => {
    terminal = await setUpTerminal();
    await userEvent.keyboard('ls{Enter}');
    await waitFor(() => terminal.port.typed().length === 3);
    expect(terminal.port.typed()).toBe('ls\r');
  });

  it('takes only an Enter that ends no typing once its session has ended, and asks for a restart then', async () => {
    terminal = await setUpTerminal();
    await terminal.print('kept\r\n');
    terminal.view.setEnded(true);
    terminal.view.paste('clipboard');
    await userEvent.keyboard('abc{Enter}');
    expect(terminal.calls.counts.restarts).toBe(0);
    const typedAt = performance.now();
    await waitFor(() => performance.now() - typedAt > restartGuardMs);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => terminal.calls.counts.restarts === 1);
    terminal.view.setEnded(false);
    await userEvent.keyboard('x');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('x');
    expect(terminal.text()).toBe('kept');
  });

  it('tells its size once it has settled, and not while its session has ended', async () => {
    terminal = await setUpTerminal();
    await waitFor(() => terminal.calls.sizes.length === 1);
    terminal.view.setEnded(true);
    const place = terminal.view.element.parentElement as HTMLElement;
    place.style.width = '500px';
    await waitFor(() => terminal.view.element.clientWidth <= 500);
    terminal.view.setEnded(false);
    await waitFor(() => terminal.calls.sizes.length === 2);
    const [before, after] = terminal.calls.sizes;
    expect(after?.columns).toBeLessThan(before?.columns ?? 0);
  });

  it('says how much it has to grow for its columns and rows, and fits them exactly then', async () => {
    terminal = await setUpTerminal();
    const missing = terminal.view.missing({ columns: 100, rows: 30 });
    const place = terminal.view.element.parentElement as HTMLElement;
    place.style.width = `${place.clientWidth + (missing?.width ?? 0)}px`;
    place.style.height = `${place.clientHeight + (missing?.height ?? 0)}px`;
    await waitFor(() => terminal.calls.sizes.at(-1)?.columns === 100);
    expect(terminal.calls.sizes.at(-1)).toEqual({ columns: 100, rows: 30 });
  });

  it('takes over a changed font and scrollback at once, and keeps its text', async () => {
    terminal = await setUpTerminal();
    await terminal.print('text');
    await waitFor(() => terminal.calls.sizes.length === 1);
    terminal.view.apply({ ...defaultProfile, fontSize: 28, scrollbackLines: 0 }, darkSurroundings);
    await waitFor(() => terminal.calls.sizes.length === 2);
    expect(terminal.calls.sizes[1]?.columns).toBeLessThan(50);
    expect(terminal.text()).toBe('text');
  });

  it('goes on parsing while it is hidden', async () => {
    terminal = await setUpTerminal();
    const place = terminal.view.element.parentElement as HTMLElement;
    terminal.view.hide();
    terminal.view.element.remove();
    await terminal.print('line\r\n'.repeat(100));
    place.append(terminal.view.element);
    terminal.view.show();
    expect(terminal.text().split('\n')).toHaveLength(100);
  });

  it('has main erase what the user wants erased, so that a reload brings nothing back', async () => {
    terminal = await setUpTerminal();
    terminal.view.erase('scrollback');
    terminal.view.erase('terminal');
    await waitFor(() => terminal.port.erased().length === 2);
    expect(terminal.port.erased()).toEqual(['scrollback', 'terminal']);
    expect(terminal.port.typed()).toBe('');
  });

  it('copies all as lines, also those that it had wrapped', async () => {
    terminal = await setUpTerminal();
    const long = 'x'.repeat(200);
    await terminal.print(`${long}\r\nshort\r\n\r\n`);
    expect(terminal.text()).toBe(`${long}\nshort`);
  });
});

describe('pasting', () => {
  it('asks about several lines and brackets them where the program wants that', async () => {
    terminal = await setUpTerminal({ readClipboard: async () => 'one\ntwo\u001b[201~' });
    await terminal.print('\u001b[?2004h');
    terminal.view.paste('clipboard');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.calls.asked).toEqual(['one\rtwo']);
    expect(terminal.port.typed()).toBe('\u001b[200~one\rtwo\u001b[201~');
  });

  it('sends nothing when the user says no', async () => {
    terminal = await setUpTerminal({ readClipboard: async () => 'one\ntwo', confirmPaste: async () => false });
    terminal.view.paste('clipboard');
    terminal.view.focus();
    await userEvent.keyboard('x');
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('x');
  });

  it('keeps keys that are typed meanwhile behind it', async () => {
    const read = deferred<string>();
    terminal = await setUpTerminal({ readClipboard: () => read.promise });
    terminal.view.paste('clipboard');
    await userEvent.keyboard('x');
    read.resolve('pasted');
    await waitFor(() => terminal.port.typed().length === 7);
    expect(terminal.port.typed()).toBe('pastedx');
  });

  it('sends control characters where they are permitted, mid-session too', async () => {
    terminal = await setUpTerminal({ readClipboard: async () => 'a\u0003b' });
    terminal.view.paste('clipboard');
    await waitFor(() => terminal.port.typed() === 'ab');
    terminal.view.apply({ ...defaultProfile, pasteControls: true }, darkSurroundings);
    terminal.view.paste('clipboard');
    await waitFor(() => terminal.port.typed() === 'aba\u0003b');
  });

  it("cleans what the browser's own paste brings", async () => {
    terminal = await setUpTerminal();
    const data = new DataTransfer();
    data.setData('text/plain', 'safe\u001b[201~\u0003');
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    await waitFor(() => terminal.port.typed() !== '');
    expect(terminal.port.typed()).toBe('safe');
  });
});
