import type { BrowserWindow } from 'electron';
import type { Commands } from '#contract/channels/channels.ts';

type Titles = Commands['window.title'];

/** Shows a window's title, and its icon's while it is minimised. */
export function createWindowTitles(): (window: BrowserWindow, titles: Titles) => void {
  const shown = new WeakMap<BrowserWindow, Titles>();
  const show = (window: BrowserWindow) => {
    const { title, iconTitle } = shown.get(window) ?? { title: '', iconTitle: '' };
    const now = window.isMinimized() ? iconTitle : title;
    window.setTitle(now === '' ? 'Holdfast' : `${now} - Holdfast`);
  };
  return (window, titles) => {
    if (!shown.has(window)) {
      window.on('minimize', () => show(window));
      window.on('restore', () => show(window));
    }
    shown.set(window, titles);
    show(window);
  };
}
