import { expect } from '@playwright/test';
import type { Profile } from '../../../app/contract/profile/profile.ts';
import type { App } from '../../specs/harness/app.ts';
import { launchApp } from '../../specs/harness/launch.ts';
import { openSession } from '../../steps/configure.ts';
import { acceptHostKey } from '../../steps/prompts.ts';
import { type ScriptedShell, startScriptedServer } from '../../steps/scripted-server.ts';
import { expectState } from '../../steps/sessions.ts';
import { chooseFromMenu, focusTerminal } from '../../steps/terminal.ts';
import { inspectorEnvironment } from './inspector.ts';
import { type Sample, watchMemory } from './memory.ts';
import { hourOfOutput } from './output.ts';

export interface DayOptions {
  /** How many lines it prints in each hour. */
  readonly lines: readonly number[];
  /** Lines of the scrollback: the terminal has to be full before anything is measured. */
  readonly scrollbackLines: number;
  readonly onHour?: (hour: number, sample: Sample) => void;
}

/** After so many hours the session is lost, and comes back. */
const hoursToLoss = 4;

/** What is printed in the tab that comes and goes each hour, characters. */
const visitLength = 50_000;

/** All that looks at output does: rules that highlight and notify, marks, images, links. */
const watching = (scrollbackLines: number): Partial<Profile> => ({
  scrollbackLines,
  whenLost: 'reconnect',
  textRules: [
    { pattern: 'ERROR', colour: 'red', notify: false, snippet: '' },
    { pattern: 'took 9\\d\\d ms', colour: 'yellow', notify: false, snippet: '' },
    { pattern: 'has finished', colour: 'none', notify: true, snippet: '' },
  ],
});

/** One session that prints, hour after hour and as fast as it is read, with a look at memory after each hour. */
export async function spendDay(options: DayOptions): Promise<readonly Sample[]> {
  const server = await startScriptedServer();
  const app = await launchApp({ env: inspectorEnvironment });
  try {
    const target = { hostName: '127.0.0.1', portNumber: server.port, userName: 'demo' };
    await openSession(app.page, { ...target, ...watching(options.scrollbackLines) });
    await acceptHostKey(app.page);
    const memory = await watchMemory(app);
    const samples: Sample[] = [];
    let connections = 1;
    let shell = await server.shell(0);
    for (const [hour, lines] of options.lines.entries()) {
      if (hour % hoursToLoss === hoursToLoss - 1) {
        server.hangUp();
        shell = await server.shell(connections);
        connections += 1;
        await expectState(app.page, 'open');
      }
      const output = hourOfOutput(hour, lines);
      await spendHour(app, shell, output, hour);
      await chooseFromMenu(app, 'Duplicate Session');
      await visit(app, await server.shell(connections), output.slice(0, visitLength));
      connections += 1;
      const sample = await memory.sample();
      options.onHour?.(hour, sample);
      samples.push(sample);
    }
    await memory.stop();
    return samples;
  } finally {
    await app.stop();
    await server.stop();
  }
}

/** DSR and its answer (ECMA-48, 8.3.35): whoever answers has read all that came before. */
const [statusReport, isWell] = ['\u001b[5n', '\u001b[0n'];

/** A busy machine reads an hour of output in this time, ms. */
const hourLimitMs = 120_000;

/** Prints, and waits until all of it was read. */
async function print(shell: ScriptedShell, output: string): Promise<void> {
  shell.forget();
  await shell.write(output + statusReport);
  await expect.poll(shell.typed, { timeout: hourLimitMs, intervals: [20] }).toContain(isWell);
}

/** Prints, while a user resizes the window; then the user searches, and types. */
async function spendHour({ page }: App, shell: ScriptedShell, output: string, hour: number): Promise<void> {
  const by = hour % 2 === 0 ? -72 : 72;
  await shell.write(output.slice(0, output.length / 2));
  await page.evaluate((pixels) => window.holdfast.command('window.resize-by', { width: pixels, height: pixels }), by);
  await print(shell, output.slice(output.length / 2));

  await focusTerminal(page);
  await page.keyboard.press('Control+Shift+F');
  const bar = page.getByRole('search');
  await bar.getByLabel('Find').fill(`items/${hour}`);
  await expect(bar.getByRole('status')).toHaveText(/match|of/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.type('ls -l');
}

/** Prints in a tab that was opened just now, and closes it. */
async function visit({ page }: App, shell: ScriptedShell, output: string): Promise<void> {
  await print(shell, output);
  await page
    .getByRole('button', { name: /^Close / })
    .last()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('tab')).toHaveCount(1);
}
