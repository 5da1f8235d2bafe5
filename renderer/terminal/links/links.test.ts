import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const screen = () => terminal.view.element.querySelector('.xterm-screen') as HTMLElement;

describe('links', () => {
  const link = (url: string, text: string) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`;
  const target = () => terminal.view.element.querySelector<HTMLElement>('.terminal-link-target');
  const hover = () => userEvent.hover(screen(), { position: { x: 12, y: 8 } });

  it('show where they lead, whatever their text says, and open by Ctrl and click alone', async () => {
    terminal = await setUpTerminal();
    await terminal.print(link('https://evil.example/', 'https://good.example/'));
    await hover();
    await waitFor(() => target()?.hidden === false);
    expect(target()?.textContent).toContain('https://evil.example/');
    await userEvent.click(screen(), { position: { x: 12, y: 8 } });
    expect(terminal.calls.opened).toEqual([]);
    await userEvent.click(screen(), { position: { x: 12, y: 8 }, modifiers: ['Control'] });
    await waitFor(() => terminal.calls.opened.length > 0);
    expect(terminal.calls.opened).toEqual(['https://evil.example/']);
  });

  it('are no links where they lead to a file', async () => {
    terminal = await setUpTerminal();
    await terminal.print(link('file:///etc/passwd', 'click here'));
    await hover();
    await userEvent.click(screen(), { position: { x: 12, y: 8 }, modifiers: ['Control'] });
    expect(target()?.hidden).toBe(true);
    expect(terminal.calls.opened).toEqual([]);
  });
});
