import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { failed, success } from '#contract/failure.ts';
import type { SessionId } from '#contract/session/session.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import '../ui/theme.css';
import { EventLogDialog } from './event-log-dialog.tsx';

const emulate = (scheme: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });

const failure = {
  code: 'storage-failed',
  message: 'You may not write to /usr/share/holdfast/logs, so nothing was saved.',
  retryable: true,
  hint: 'Choose another folder.',
} as const;

const show = async () => {
  const entries = Array.from({ length: 60 }, (_, index) => ({
    at: index * 60_000,
    text: `Null packet ${index} sent.`,
  }));
  const { bridge } = createFakeBridge({
    'session.log': () => success(entries),
    'session.export-log': () => failed(failure),
  });
  const screen = await render(
    <EventLogDialog bridge={bridge} id={'one' as SessionId} name="web" onClose={() => undefined} />,
  );
  await expect.element(screen.getByText('Null packet 59 sent.')).toBeVisible();
  return screen;
};

const exportButton = () => page.getByRole('button', { name: 'Export…' });
const findings = async () => {
  const rules = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

afterEach(async () => {
  await emulate('light');
  await page.viewport(800, 600);
});

describe.each(['light', 'dark'])('the event log in the %s scheme', (scheme) => {
  it('has nothing for axe to find, with its menu and with a failure', async () => {
    await emulate(scheme);
    const screen = await show();
    expect(await findings()).toEqual([]);
    await exportButton().click();
    const item = screen.getByRole('menuitem', { name: 'All events as text…' });
    await expect.element(item).toBeVisible();
    expect(await findings()).toEqual([]);
    await item.click();
    await expect.element(screen.getByText(/^You may not write/)).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

// 400 x 300 is a window of 800 x 600 at a zoom of 200 %.
it.each([
  [654, 492],
  [400, 300],
])('nothing is cut off at %d x %d, with a long failure too', async (width, height) => {
  await page.viewport(width, height);
  const screen = await show();
  await exportButton().click();
  await screen.getByRole('menuitem', { name: 'All events as JSON lines…' }).click();
  await expect.element(screen.getByText(/^You may not write/)).toBeVisible();
  for (const element of document.querySelectorAll('[role=dialog] :is(button, input, [role=log], [role=status])')) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    expect([left >= 0, top >= 0, right <= innerWidth, bottom <= innerHeight], element.outerHTML).not.toContain(false);
    expect(element.scrollWidth, element.outerHTML).toBeLessThanOrEqual(element.clientWidth + 1);
  }
  // Some entries can still be read.
  expect(screen.getByRole('log').element().clientHeight).toBeGreaterThan(60);
});
