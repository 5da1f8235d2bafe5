import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { WindowState } from '#contract/window.ts';
import { reportWindowState } from './window-state.ts';

it('tells how a window stands, now and after each change, until it is stopped', () => {
  let [isMaximised, isFullScreen, hasScreenReader] = [false, false, false];
  const window = Object.assign(new EventEmitter(), {
    isMaximized: () => isMaximised,
    isFullScreen: () => isFullScreen,
  });
  const app = Object.assign(new EventEmitter(), { isAccessibilitySupportEnabled: () => hasScreenReader });
  const told: WindowState[] = [];
  const options = { window, app, report: (state: WindowState) => told.push(state) };
  const stop = reportWindowState(options as unknown as Parameters<typeof reportWindowState>[0]);
  const ordinary = { isMaximised: false, isFullScreen: false, hasScreenReader: false };
  expect(told).toEqual([ordinary]);

  isMaximised = true;
  window.emit('maximize');
  isFullScreen = true;
  window.emit('enter-full-screen');
  hasScreenReader = true;
  app.emit('accessibility-support-changed');
  [isMaximised, isFullScreen] = [false, false];
  window.emit('leave-full-screen');
  window.emit('unmaximize');
  expect(told.slice(1, 4)).toEqual([
    { ...ordinary, isMaximised: true },
    { ...ordinary, isMaximised: true, isFullScreen: true },
    { isMaximised: true, isFullScreen: true, hasScreenReader: true },
  ]);
  expect(told.at(-1)).toEqual({ ...ordinary, hasScreenReader: true });

  stop();
  expect([window, app].map((one) => one.eventNames())).toEqual([[], []]);
});
