import { afterEach, describe, expect, it } from 'vitest';
import { type Harness, setUpTerminal, waitFor } from './testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

describe('the renderer', () => {
  it('falls back to the DOM when the graphics context is lost, and still fits', async () => {
    terminal = await setUpTerminal();
    await terminal.print('text');
    const context = [...terminal.view.element.querySelectorAll('canvas')]
      .map((element) => element.getContext('webgl2'))
      .find((found) => found !== null);
    expect(context).toBeDefined();
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    const rows = () => terminal.view.element.querySelector('.xterm-rows')?.textContent ?? '';
    await waitFor(() => rows().includes('text'));
    await terminal.print(' more');
    await waitFor(() => rows().includes('text more'));
  });
});
