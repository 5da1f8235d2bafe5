import { afterEach, describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const place = () => terminal.view.element.parentElement as HTMLElement;
const screenBox = () => terminal.view.element.querySelector('.xterm-screen')?.getBoundingClientRect() as DOMRect;
const room = () => terminal.view.element.querySelector('.terminal-cells')?.getBoundingClientRect() as DOMRect;
const lastSize = () => terminal.calls.sizes.at(-1);
const settled = (count: number) => waitFor(() => terminal.calls.sizes.length === count);
const profileWith = (changes: Partial<Profile>): Profile => ({ ...defaultProfile, ...changes });

/** Room that the cells leave, in pixels of the window; one step of the font may be left: about a pixel for each cell. */
const left = () => ({ width: room().width - screenBox().width, height: room().height - screenBox().height });
const isFilled = (columns: number, rows: number) => {
  const { width, height } = left();
  return width >= 0 && height >= 0 && Math.min(width / columns, height / rows) < 2;
};

describe('a terminal whose window is resized', () => {
  it('has more or fewer columns and rows', async () => {
    terminal = await setUpTerminal();
    await settled(1);
    const before = lastSize();
    place().style.cssText = 'width: 320px; height: 200px';
    await settled(2);
    expect(lastSize()?.columns).toBeLessThan((before?.columns ?? 0) / 1.9);
    expect(lastSize()?.rows).toBeLessThanOrEqual((before?.rows ?? 0) / 2);
  });

  it('keeps them and changes the size of the font, if it is told to', async () => {
    terminal = await setUpTerminal({}, { resizeEffect: 'font', columns: 80, rows: 24 });
    await settled(1);
    expect(lastSize()).toEqual({ columns: 80, rows: 24 });
    expect(isFilled(80, 24)).toBe(true);
    for (const size of ['width: 1400px; height: 1000px', 'width: 560px; height: 400px']) {
      place().style.cssText = size;
      await waitFor(() => isFilled(80, 24));
    }
    expect(terminal.calls.sizes).toHaveLength(1);
  });

  it('does so in a maximised window alone, if that is wanted', async () => {
    const profile = profileWith({ resizeEffect: 'font-when-maximised', columns: 40, rows: 10 });
    terminal = await setUpTerminal({}, profile);
    await settled(1);
    const [size, height] = [lastSize(), screenBox().height];
    terminal.view.apply(profile, { ...darkSurroundings, isMaximised: true });
    await settled(2);
    expect(lastSize()).toEqual({ columns: 40, rows: 10 });
    expect(isFilled(40, 10)).toBe(true);
    terminal.view.apply(profile, darkSurroundings);
    await settled(3);
    expect(lastSize()).toEqual(size);
    expect(screenBox().height).toBe(height);
  });

  it('asks for the room of its own font, whatever size the window gave it', async () => {
    terminal = await setUpTerminal({}, { columns: 80, rows: 24 });
    const wanted = terminal.view.missing({ columns: 80, rows: 24 });
    terminal.view.apply(profileWith({ resizeEffect: 'font' }), darkSurroundings);
    expect(terminal.view.missing({ columns: 80, rows: 24 })).toEqual(wanted);
  });
});

describe('the scroll bar', () => {
  const bar = () => terminal.view.element.querySelector('.scrollbar.vertical') as HTMLElement;
  const isShown = () => getComputedStyle(bar()).display !== 'none';

  it('goes by the settings, and leaves its room to the text', async () => {
    terminal = await setUpTerminal();
    await settled(1);
    expect(isShown()).toBe(true);
    const before = lastSize()?.columns ?? 0;
    terminal.view.apply(profileWith({ scrollBar: false }), darkSurroundings);
    await settled(2);
    expect(isShown()).toBe(false);
    expect(lastSize()?.columns).toBeGreaterThan(before);
  });

  it('has a setting of its own for a window that fills the screen', async () => {
    const fullScreen = { ...darkSurroundings, isFullScreen: true };
    terminal = await setUpTerminal({}, {}, fullScreen);
    expect(isShown()).toBe(false);
    terminal.view.apply(profileWith({ scrollBar: false, scrollBarInFullScreen: true }), fullScreen);
    expect(isShown()).toBe(true);
  });
});

describe('the zoom', () => {
  const turn = (deltaY: number, ctrlKey = true) => {
    const event = new WheelEvent('wheel', { deltaY, ctrlKey, bubbles: true, cancelable: true });
    terminal.view.element.querySelector('.xterm-screen')?.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('makes the font larger and smaller until it is taken back, also when settings change', async () => {
    terminal = await setUpTerminal();
    const columns = () => screenBox().width;
    const [width, height] = [columns(), screenBox().height];
    for (let step = 0; step < 10; step += 1) terminal.view.zoom(1);
    await settled(1);
    expect(lastSize()?.columns).toBeLessThan(50);
    terminal.view.apply(profileWith({ cursorStyle: 'bar' }), darkSurroundings);
    await terminal.print('\u001b[5n');
    expect(terminal.calls.sizes).toHaveLength(1);
    terminal.view.zoom(0);
    expect([screenBox().width, screenBox().height]).toEqual([width, height]);
  });

  it('stops at the limits of the setting', async () => {
    terminal = await setUpTerminal({}, { fontSize: 70 });
    for (let step = 0; step < 20; step += 1) terminal.view.zoom(1);
    const widest = screenBox().width;
    terminal.view.zoom(1);
    expect(screenBox().width).toBe(widest);
    terminal.view.zoom(-1);
    terminal.view.zoom(-1);
    terminal.view.zoom(-1);
    expect(screenBox().width).not.toBe(widest);
  });

  it('follows Ctrl and the wheel, and leaves the wheel alone to the scrollback', async () => {
    terminal = await setUpTerminal();
    await settled(1);
    expect(turn(-120)).toBe(true);
    for (let turned = 0; turned < 5; turned += 1) turn(-120);
    await settled(2);
    expect(lastSize()?.columns).toBeLessThan(terminal.calls.sizes[0]?.columns ?? 0);
    for (let turned = 0; turned < 6; turned += 1) turn(120);
    await settled(3);
    expect(lastSize()).toEqual(terminal.calls.sizes[0]);
    turn(120, false);
    expect(lastSize()).toEqual(terminal.calls.sizes[0]);
  });
});
