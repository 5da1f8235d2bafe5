import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, it } from 'vitest';
import { createWindowTitles } from './window-titles.ts';

it('shows the title of a window, and that of its icon while it is minimised', () => {
  let [isMinimized, shown] = [false, ''];
  const window = Object.assign(new EventEmitter(), {
    isMinimized: () => isMinimized,
    setTitle: (title: string) => {
      shown = title;
    },
  });
  const show = createWindowTitles();
  const titles = { title: 'vim', iconTitle: 'edit' };
  show(window as unknown as BrowserWindow, titles);
  expect(shown).toBe('vim - Holdfast');
  isMinimized = true;
  window.emit('minimize');
  expect(shown).toBe('edit - Holdfast');
  show(window as unknown as BrowserWindow, { ...titles, iconTitle: '' });
  expect(shown).toBe('Holdfast');
  isMinimized = false;
  window.emit('restore');
  expect(shown).toBe('vim - Holdfast');
  expect(window.listenerCount('minimize')).toBe(1);
});
