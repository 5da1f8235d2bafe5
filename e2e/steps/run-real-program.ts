import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../specs/harness/app.ts';
import type { RealProgram } from './real-programs.ts';
import { expectTerminal, focusTerminal, typeLine } from './terminal.ts';

/** A busy machine takes its time to start a program, ms. */
const startLimitMs = 30_000;

/** Starts it at the prompt, and waits until it is drawn. */
export async function startProgram(app: App, { command, drawn }: RealProgram): Promise<void> {
  await expectPrompt(app);
  await typeLine(app.page, command);
  await expectTerminal(app, drawn, startLimitMs);
}

/** Waits until the shell has the keyboard again. What is typed before that is echoed twice. */
export const expectPrompt = (app: App) => expectTerminal(app, /\$ ?$/, startLimitMs);

/** Between two keys, ms: curses tells Escape from the start of a sequence, and tmux keys from a paste, by time alone. */
const betweenKeysMs = 50;

/** Presses keys in the terminal in front, one after another. */
export async function pressKeys({ page }: App, ...keys: readonly string[]): Promise<void> {
  await focusTerminal(page);
  for (const key of keys) {
    await page.keyboard.press(key);
    await wait(betweenKeysMs);
  }
}
