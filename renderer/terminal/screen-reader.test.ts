import { afterEach, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { darkSurroundings } from './surroundings.ts';
import { type Harness, setUpTerminal, waitFor } from './testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const lines = () =>
  [...terminal.view.element.querySelectorAll('.xterm-accessibility-tree [role=listitem]')].map(
    (line) => line.textContent?.trim() ?? '',
  );
const spoken = () => terminal.view.element.querySelector('[aria-live]')?.textContent ?? '';

it('gives screen readers its lines, and what is printed, where that is wanted', async () => {
  terminal = await setUpTerminal({}, { screenReader: 'on' });
  await terminal.print('$ uname\r\nLinux\r\n');
  await waitFor(() => lines().includes('Linux'));
  await waitFor(() => spoken().includes('uname'));
});

it('does so by itself where a screen reader runs, and no longer when it has ended', async () => {
  const withReader = { ...darkSurroundings, hasScreenReader: true };
  terminal = await setUpTerminal();
  await terminal.print('Linux\r\n');
  expect(lines()).toEqual([]);
  terminal.view.apply(defaultProfile, withReader);
  await waitFor(() => lines().includes('Linux'));
  terminal.view.apply(defaultProfile, darkSurroundings);
  await waitFor(() => lines().length === 0);
  terminal.view.apply({ ...defaultProfile, screenReader: 'off' }, withReader);
  expect(lines()).toEqual([]);
});
