import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { type AppHarness, setUpApp } from './testing/app-harness.tsx';
import { snapshotOf } from './testing/fake-bridge.ts';
import { sessionStates } from './testing/session-states.ts';

let app: AppHarness;
const emulate = (scheme: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });

afterEach(async () => {
  await app.dispose();
  await emulate('light');
  await page.viewport(800, 600);
});

const web = snapshotOf('web');

/** What axe finds, in words. */
async function findings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: pageRules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Rules for a whole page, which the page that runs the tests does not keep. */
const pageRules = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };

describe.each(['light', 'dark'])('in the %s scheme', (scheme) => {
  it.each(Object.entries(sessionStates))('axe finds nothing with %s', async (_name, changes) => {
    await emulate(scheme);
    app = await setUpApp({ sessions: [{ ...web, ...changes }, snapshotOf('db')] });
    await expect.element(app.screen.getByRole('tab', { name: /^web/ })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it.each(['event-log', 'find', 'rename-tab', 'about'] as const)('axe finds nothing after %s', async (kind) => {
    await emulate(scheme);
    app = await setUpApp({ sessions: [web, snapshotOf('db')] });
    app.emit('menu.action', { kind });
    await expect.poll(() => document.activeElement?.closest('.terminal-view')).toBeNull();
    expect(await findings()).toEqual([]);
  });
});

describe('800 x 600 at a zoom of 200 %', () => {
  it.each(Object.entries(sessionStates))('cuts nothing off with %s', async (_name, changes) => {
    await page.viewport(400, 300);
    app = await setUpApp({ sessions: [{ ...web, ...changes }, snapshotOf('db')] });
    await expect.element(app.screen.getByRole('tab', { name: /^web/ })).toBeVisible();
    for (const button of app.screen.getByRole('button').elements()) {
      button.scrollIntoView();
      const { left, right, top, bottom, width } = button.getBoundingClientRect();
      expect([left >= 0, top >= 0, right <= innerWidth, bottom <= innerHeight, width > 0]).not.toContain(false);
    }
  });
});
