import type { Page } from '@playwright/test';
import { duplicateSession, expectTyped, printed, test } from '../steps/scripted-test.ts';
import { expectTerminal, focusTerminal, showTab, terminalText } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

const clear = '\u001b[2J\u001b[H';
const osc = (text: string) => `\u001b]${text}\u0007`;
const dcs = (text: string) => `\u001bP${text}\u001b\\`;

const MB = 1024 * 1024;

/** JavaScript heap of the page as it stands, garbage included, in bytes. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

const limitMs = 1000;

test('does sequences with huge counts in no time', async ({ session }, { annotations }) => {
  const { app, shell } = session;
  const plain = 'bLMSTZI@PXABCDEFGadejrJKmtcg`';
  const finals = [...plain, ' @', ' A', ' q', "'}", "'~", '"q'];
  await printed(shell, `${clear}some text\r\nmore text`);
  const msOf = async (final: string) => {
    const start = performance.now();
    await printed(shell, `x\u001b[2147483647${final}\u001b[99999999999999999999;4294967295${final}`);
    return performance.now() - start;
  };
  let slowestMs = 0;
  for (const final of finals) {
    // With the way to the server and back; a busy machine gets a second try. Unguarded, the first blocks for minutes.
    const tookMs = await msOf(final);
    slowestMs = Math.max(slowestMs, tookMs < limitMs ? tookMs : await msOf(final));
  }
  annotations.push({
    type: 'measured',
    description: `the slowest of ${finals.length} took ${Math.round(slowestMs)} ms`,
  });
  expect(slowestMs).toBeLessThan(limitMs);
  await printed(shell, '\u001bca\u001b[2147483647b');
  expect((await terminalText(app)).replaceAll('\n', '')).toMatch(/^a+$/);
});

test('holds little of a sequence that never ends', async ({ session }, { annotations }) => {
  const { app, shell } = session;
  const piece = Buffer.alloc(MB, 'x');
  for (const start of ['\u001b]0;', '\u001b]8;;', '\u001bP$q']) {
    const before = await heapOf(app.page);
    let peak = 0;
    await shell.write(start);
    for (let sent = 0; sent < 30; sent += 1) {
      await shell.write(piece);
      peak = Math.max(peak, (await heapOf(app.page)) - before);
    }
    await printed(shell, '\u0018');
    const description = `30 MB after ${JSON.stringify(start)}: the heap grew by ${(peak / MB).toFixed(1)} MB at most`;
    annotations.push({ type: 'measured', description });
    expect(peak, description).toBeLessThan(64 * MB);
  }
  await printed(shell, `${clear}still here`);
  await expectTerminal(app, 'still here');
});

test('cuts and cleans titles, and follows a flood of them at its own pace', async ({ session }, { annotations }) => {
  const { app, shell } = session;
  const suffix = ' - Holdfast';
  await printed(shell, osc(`2;${'long '.repeat(MB)}`));
  await expect(app.page).toHaveTitle(`${'long '.repeat(52).slice(0, 256)}${suffix}`);

  // Bidirectional controls, zero-width characters and a line break: they could make a title lie.
  await printed(shell, osc('0;ro\u202eot\u2066@\u200bba\u2028nk\u061c\ufeff'));
  await expect(app.page).toHaveTitle(`root@bank${suffix}`);

  await app.page.evaluate(() => {
    const titles = Object.assign(window, { titles: [document.title] }).titles;
    const note = () => titles.at(-1) !== document.title && titles.push(document.title);
    new MutationObserver(note).observe(document.head, { subtree: true, childList: true, characterData: true });
  });
  const start = performance.now();
  await printed(shell, Array.from({ length: 200_000 }, (_, index) => osc(`0;title ${index}`)).join(''));
  await expect(app.page).toHaveTitle(`title 199999${suffix}`);
  const seconds = (performance.now() - start) / 1000;
  const changes = await app.page.evaluate(() => (window as unknown as { titles: string[] }).titles.length - 1);
  annotations.push({ type: 'measured', description: `${changes} changes in ${seconds.toFixed(1)} s` });
  expect(changes).toBeLessThanOrEqual(seconds * 10 + 2);
});

test('answers nothing that the server chose', async ({ session }) => {
  const { shell } = session;
  await printed(shell, osc('0;\rrm -rf ~\r') + osc('1;\rrm\r') + osc('52;c;cm0gLXJmIH4K'));
  const silent = [
    ...['11t', '13t', '19t', '>q', '=c', '?26n', '?u', 'x', '1;1;1;1;1;1*y', '2$w', '&u'].map(
      (text) => `\u001b[${text}`,
    ),
    ...['52;c;?', '52;p;?', '0;?', '2;?', 'l', 'L', '50;?', '8;;?', '1337;ReportVariable=aWQK', '7;?', '22;?'].map(osc),
    ...['+q544e', '$t', '\rid\r', '+p\rid\r'].map(dcs),
    '\u0005',
    '\u001bZ',
  ];
  for (const query of silent) expect(await printed(shell, query), JSON.stringify(query)).toBe('');

  // Titles are asked for, and the answer is that there are none.
  expect(await printed(shell, '\u001b[20t\u001b[21t')).toBe('\u001b]L\u001b\\\u001b]l\u001b\\');
  // What is answered is of a fixed form, with numbers of the terminal's own.
  expect(await printed(shell, dcs('$q\rrm -rf ~\r'))).toBe(dcs('0$r'));
  expect(await printed(shell, dcs('$qm'))).toBe(dcs('1$r0m'));
  expect(await printed(shell, '\u001b[c')).toBe('\u001b[?62;4;9;22c');
  for (const [query, kind] of Object.entries({ 14: 4, 16: 6, 18: 8 })) {
    const answer = await printed(shell, `\u001b[${query}t`);
    expect(answer.replaceAll(/\d+/g, '#')).toBe('\u001b[#;#;#t');
    expect(answer).toContain(`[${kind};`);
  }
  expect(await printed(shell, '\u001b[?31337$p')).toBe('\u001b[?31337;0$y');
  await printed(shell, osc('4;1;#123456'));
  expect(await printed(shell, osc('4;1;?'))).toBe('\u001b]4;1;rgb:1212/3434/5656\u001b\\');
});

test('neither writes the clipboard by OSC 52 nor shows what was typed to anyone', async ({ session }) => {
  const { app, shell } = session;
  const read = (from: 'clipboard' | 'selection') =>
    app.page.evaluate((kind) => window.holdfast.request('clipboard.read', { from: kind }), from);
  for (const to of ['clipboard', 'selection'] as const) {
    await app.page.evaluate((kind) => window.holdfast.command('clipboard.write', { to: kind, text: 'mine' }), to);
    await expect.poll(() => read(to)).toEqual({ ok: true, value: 'mine' });
  }
  for (const which of ['c', 'p', 's', 'q', '0', '', 'cps']) await printed(shell, osc(`52;${which};cm0gLXJmIH4K`));
  expect(await read('clipboard')).toEqual({ ok: true, value: 'mine' });
  expect(await read('selection')).toEqual({ ok: true, value: 'mine' });
});

test('stays usable under bells, links and rubbish', async ({ session, server }, { annotations }) => {
  const { app, shell } = session;
  const other = await duplicateSession(app, server, 1);
  const links = Array.from({ length: 100_000 }, (_, i) => `\u001b]8;;https://example.com/${i}\u0007l\u001b]8;;\u0007`);
  const noise = Buffer.from(Array.from({ length: 2 * MB }, (_, i) => (i * 2654435761) >>> 24));
  for (const [what, output] of [
    ['100,000 bells', '\u0007'.repeat(100_000)],
    ['100,000 links', links.join('')],
    ['2 MB of rubbish', noise],
  ] as const) {
    const start = performance.now();
    const printing = printed(shell, Buffer.concat([Buffer.from(output), Buffer.from('\u0018\u001b\\\u001bc')]));
    // The tab in front takes keys meanwhile.
    await focusTerminal(app.page);
    await app.page.keyboard.type('k');
    await expectTyped(other, 'k');
    annotations.push({
      type: 'measured',
      description: `${what}: key after ${Math.round(performance.now() - start)} ms`,
    });
    await printing;
  }
  await expect(app.page.getByRole('tab', { name: /bell/ })).toHaveCount(1);
  await showTab(app.page, 0);
  await printed(shell, 'still here');
  await expectTerminal(app, 'still here');
});
