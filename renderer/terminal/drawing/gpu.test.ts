import { Terminal } from '@xterm/xterm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '../testing/terminal-harness.ts';
import { createGpu } from './gpu.ts';

let place: HTMLElement;
let terminal: Terminal;

beforeEach(() => {
  place = document.createElement('div');
  place.style.cssText = 'width: 640px; height: 400px';
  document.body.append(place);
  terminal = new Terminal({ allowProposedApi: true });
  terminal.open(place);
});

afterEach(() => {
  terminal.dispose();
  place.remove();
});

const print = (text: string) => new Promise<void>((resolve) => terminal.write(text, resolve));
const rows = () => place.querySelector('.xterm-rows')?.textContent ?? '';
const context = () =>
  [...place.querySelectorAll('canvas')]
    .map((element) => element.getContext('webgl2'))
    .find((found) => found !== null && found !== undefined);

describe('the renderer', () => {
  it('falls back to the DOM when the graphics context is lost, and says so', async () => {
    let fallBacks = 0;
    const gpu = createGpu(
      terminal,
      () => {
        fallBacks += 1;
      },
      () => true,
    );
    gpu.attach();
    await print('text');
    expect(context()).toBeDefined();
    context()?.getExtension('WEBGL_lose_context')?.loseContext();
    await waitFor(() => rows().includes('text'));
    expect(fallBacks).toBe(1);
    await print(' more');
    await waitFor(() => rows().includes('text more'));
    gpu.detach();
  });

  it('is the DOM where WebGL would be drawn without a graphics processor', async () => {
    const gpu = createGpu(
      terminal,
      () => undefined,
      () => false,
    );
    gpu.attach();
    await print('text');
    await waitFor(() => rows().includes('text'));
    expect(context()).toBeUndefined();
  });
});
