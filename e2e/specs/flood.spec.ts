import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { creditHighBytes } from '../../app/contract/channels/data-port.ts';
import { memoryGrowth } from '../steps/memory.ts';
import { keyLoginArgs } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, focusTerminal, showTab, terminalText, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const MB = 1024 * 1024;

/** Lines of the file, 80 bytes each: 200 MB. */
const lineCount = 2_500_000;
const floodBytes = 80 * lineCount;

function* numberedLines(): Generator<string> {
  const filler = ' what a log says, and some more of it'.padEnd(70, '.');
  const atOnce = 10_000;
  for (let first = 0; first < lineCount; first += atOnce) {
    yield Array.from({ length: atOnce }, (_, index) => `${String(first + index).padStart(9, '0')}${filler}\n`).join('');
  }
}

/** What the page notes: when Ctrl+C was pressed, when output was last read, and how many bytes of it in all. */
interface Noted {
  pressed: number;
  lastRead: number;
  bytes: number;
}

type NotingWindow = Window & { readonly noted: Noted };

/** Has the page take note from now on; output that was read gives credit back. */
const takeNote = (page: Page) =>
  page.evaluate(() => {
    const { noted } = Object.assign(window, { noted: { pressed: 0, lastRead: 0, bytes: 0 } });
    const handleKey = ({ key, ctrlKey }: KeyboardEvent) => {
      if (ctrlKey && key === 'c') noted.pressed = performance.now();
    };
    addEventListener('keydown', handleKey, { capture: true });
    const port = MessagePort.prototype as { postMessage: (message: unknown) => void };
    const post = port.postMessage;
    port.postMessage = function (this: MessagePort, message) {
      post.call(this, message);
      if (typeof message !== 'object' || message === null || !('bytes' in message)) return;
      noted.lastRead = performance.now();
      noted.bytes += message.bytes as number;
    };
  });

const noted = (page: Page) => page.evaluate(() => (window as unknown as NotingWindow).noted);

test('200 MB of cat leave memory bounded and other tabs usable, and no line is lost', async ({ lab, user, launch }, {
  annotations,
}) => {
  test.slow();
  test.skip(process.platform !== 'linux', 'Memory is read from /proc.');
  const measured = (description: string) => annotations.push({ type: 'measured', description });
  const sshd = await lab.sshd();
  await pipeline(numberedLines(), createWriteStream(join(sshd.folder, 'home', 'big.log')));
  const app = await launch({ args: keyLoginArgs(sshd), home: await user.homeThatKnows(sshd) });
  await expectTerminal(app, '$ ');
  await chooseFromMenu(app, 'Duplicate Session');
  await expectTerminal(app, '$ ');
  await takeNote(app.page);
  await showTab(app.page, 0);

  const grown = await memoryGrowth(app, async () => {
    const start = performance.now();
    await typeLine(app.page, 'cat big.log; echo done-$((40+2))');
    await showTab(app.page, 1);
    for (const word of ['one', 'two', 'three']) {
      const typed = performance.now();
      await typeLine(app.page, `echo ${word}-$((40+2))`);
      await expectTerminal(app, `${word}-42`);
      measured(`an echo beside it was there and copied after ${Math.round(performance.now() - typed)} ms`);
    }
    const { bytes } = await noted(app.page);
    expect(bytes, 'the flood was still on').toBeLessThan(floodBytes);
    await app.page.waitForFunction((all) => (window as unknown as NotingWindow).noted.bytes > all, floodBytes, {
      timeout: 0,
    });
    measured(`it took ${((performance.now() - start) / 1000).toFixed(1)} s`);
  });
  measured(`main grew by ${(grown / MB).toFixed(0)} MB`);
  expect(grown).toBeLessThan(150 * MB);

  await showTab(app.page, 0);
  await expectTerminal(app, 'done-42');
  const numbers = [...(await terminalText(app)).matchAll(/^(\d{9}) /gm)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(9000);
  expect(numbers).toEqual(numbers.map((_, index) => lineCount - numbers.length + index));
});

test('Ctrl+C stops a flood within a second', async ({ lab, user, launch }, { annotations }) => {
  test.slow();
  const sshd = await lab.sshd();
  const app = await launch({ args: keyLoginArgs(sshd), home: await user.homeThatKnows(sshd) });
  await expectTerminal(app, '$ ');
  await takeNote(app.page);
  const tookMs: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const { bytes } = await noted(app.page);
    await typeLine(app.page, 'yes a line of a flood that goes on and on until somebody stops it');
    // So much that all on the way is full.
    const enough = bytes + 8 * creditHighBytes;
    await app.page.waitForFunction((all) => (window as unknown as NotingWindow).noted.bytes > all, enough);
    await app.page.keyboard.press('Control+c');
    // Still for half a second: it is over.
    await app.page.waitForFunction(() => performance.now() - (window as unknown as NotingWindow).noted.lastRead > 500);
    const { pressed, lastRead } = await noted(app.page);
    tookMs.push(lastRead - pressed);
    await expectTerminal(app, /\^C.*\n\$ $/);
  }
  annotations.push({ type: 'measured', description: `ms from key to still: ${tookMs.map(Math.round).join(', ')}` });
  expect(Math.min(...tookMs)).toBeLessThan(1000);
});

/** For so long the page does nothing else, and what comes in the first part of it is counted. */
const blockedMs = 3000;
const measuredMs = 2500;

test('a window that reads nothing holds the server back, and loses nothing', async ({ lab, user, launch }, {
  annotations,
}) => {
  test.slow();
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { idleSeconds: 600, mode: 'reset' });
  const args = keyLoginArgs(sshd).map((word) => (word === String(sshd.port) ? String(router.port) : word));
  const app = await launch({ args, home: await user.homeThatKnows({ ...sshd, port: router.port }) });
  await expectTerminal(app, '$ ');
  await takeNote(app.page);
  await typeLine(app.page, 'seq 1 100000000');
  await app.page.waitForFunction((some) => (window as unknown as NotingWindow).noted.bytes > some, creditHighBytes);
  await app.page.evaluate((ms) => {
    setTimeout(() => {
      const end = performance.now() + ms;
      while (performance.now() < end);
    });
  }, blockedMs);
  const before = router.stats().bytes;
  await wait(measuredMs);
  const passed = router.stats().bytes - before;
  annotations.push({ type: 'measured', description: `${Math.round(passed / 1024)} KB came after the window stopped` });
  // The credit, the SSH window of 256 KB, and what the stopping takes.
  expect(passed).toBeLessThan(MB);
  await expect.poll(() => router.stats().bytes - before).toBeGreaterThan(4 * MB);
  await focusTerminal(app.page);
  await app.page.keyboard.press('Control+c');
  await expectTerminal(app, /\^C.*\n\$ $/);
  const numbers = [...(await terminalText(app)).matchAll(/^(\d+)$/gm)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(9000);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
});
