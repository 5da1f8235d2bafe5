import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

/** What the terminal sends for a key, by Chromium's own names. */
async function typed(keys: string): Promise<string> {
  const before = terminal.port.typed().length;
  await userEvent.keyboard(`${keys}!`);
  await waitFor(() => terminal.port.typed().endsWith('!'));
  return terminal.port.typed().slice(before, -1).replaceAll('\u001b', 'E');
}

const profile = (changes: Partial<Profile>): Profile => ({ ...defaultProfile, ...changes });

it('sends what programs expect of xterm-256color, as xterm.js by itself', async () => {
  terminal = await setUpTerminal();
  expect(await typed('{F1}{F5}{F12}{Home}{End}{Delete}{PageUp}{ArrowUp}{Backspace}')).toBe(
    'EOPE[15~E[24~E[HE[FE[3~E[5~E[A\u007f',
  );
  expect(await typed('{Control>}{ArrowLeft}{Delete}{/Control}{Shift>}{F3}{End}{/Shift}')).toBe(
    'E[1;5DE[3;5~E[1;2RE[1;2F',
  );
});

it('takes over settings on a running session', async () => {
  terminal = await setUpTerminal();
  terminal.view.apply(
    profile({ functionKeys: 'linux', homeEndKeys: 'rxvt', backspaceKey: 'control-h' }),
    darkSurroundings,
  );
  expect(await typed('{F1}{F12}{End}{Backspace}')).toBe('E[[AE[24~EOw\b');
});

it('follows what a program asks for, and what was chosen to begin with', async () => {
  terminal = await setUpTerminal({}, { cursorKeysMode: 'application', keypadMode: 'application' });
  expect(await typed('{ArrowUp}')).toBe('EOA');
  await terminal.print('\u001b[?1l');
  expect(await typed('{ArrowUp}')).toBe('E[A');
  await terminal.print('\u001bc');
  expect(await typed('{ArrowUp}')).toBe('EOA');
});

it('sends keys of the keypad by their place in application mode', async () => {
  terminal = await setUpTerminal({}, { keypadMode: 'application' });
  terminal.view.focus();
  const area = document.activeElement as HTMLTextAreaElement;
  area.dispatchEvent(new KeyboardEvent('keydown', { key: '7', code: 'Numpad7', keyCode: 103, bubbles: true }));
  await waitFor(() => terminal.port.typed() !== '');
  expect(terminal.port.typed()).toBe('\u001bOw');
});

it('leaves keys to an input method that composes', async () => {
  terminal = await setUpTerminal({}, { backspaceKey: 'control-h' });
  terminal.view.focus();
  const event = new KeyboardEvent('keydown', { key: 'Backspace', code: 'Backspace', isComposing: true, bubbles: true });
  document.activeElement?.dispatchEvent(event);
  expect(await typed('x')).toBe('x');
});
