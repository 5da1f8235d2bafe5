import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import type { KeepaliveStatus } from '#contract/session/session.ts';
import { type AppHarness, setUpApp } from '../../testing/app-harness.tsx';
import { snapshotOf } from '../../testing/fake-bridge.ts';

let app: AppHarness;
const emulate = (scheme: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });

const sessionOf = (name: string, changes: Partial<KeepaliveStatus> = {}) => {
  const session = snapshotOf(name);
  return { ...session, keepalive: { ...session.keepalive, ...changes } };
};
const setUp = async () => {
  app = await setUpApp({ sessions: [sessionOf('web'), sessionOf('db', { checksSent: 4, checksAnswered: 4 })] });
};
afterEach(async () => {
  await userEvent.unhover(document.body);
  await app.dispose();
  await emulate('light');
});

const tab = (name: string) => app.screen.getByRole('tab', { name: new RegExp(`^${name}`) });
const tooltip = () => app.screen.getByRole('tooltip');
const focus = async (name: string) => {
  (tab('web').element() as HTMLElement).focus();
  await userEvent.keyboard(name === 'web' ? '{ArrowRight}{ArrowLeft}' : '{ArrowRight}');
};

describe('a tab', () => {
  it('tells how its session does while it is pointed at', async () => {
    await setUp();
    await tab('web').hover(); // a pointer is on its way over the page, as it always is
    await tab('db').hover();
    await expect.element(tooltip()).toBeVisible();
    await expect.element(tooltip()).toHaveTextContent(/db.*Connected, alive.*Last contact \d s ago.*4 of 4 checks/);
    await userEvent.unhover(tab('db'));
    await expect.element(tooltip()).not.toBeInTheDocument();
  });

  it('tells it to the keyboard and to screen readers too, and counts on meanwhile', async () => {
    await setUp();
    await focus('db');
    await expect.element(tooltip()).toBeVisible();
    expect(tab('db').element().getAttribute('aria-describedby')).toBe(tooltip().element().id);
    await expect.element(tooltip()).toHaveTextContent('Last contact 3 s ago');
    app.show(sessionOf('db', { roundTripsMs: [12.2] }));
    await expect.element(tooltip()).toHaveTextContent('Round trip 12 ms');
    await userEvent.keyboard('{Escape}');
    await expect.element(tooltip()).not.toBeInTheDocument();
    await expect.element(tab('db')).toHaveFocus();
  });

  it('is named by its health, also when only time turns it', async () => {
    await setUp();
    app.show(sessionOf('db', { unconfirmedKeys: 2, unconfirmedForMs: 1000 }));
    await expect.element(app.screen.getByRole('tab', { name: 'db, 2 keystrokes unconfirmed' })).toBeInTheDocument();
    app.show(sessionOf('db', { lastContactMs: 59_500 }));
    await expect.element(app.screen.getByRole('tab', { name: 'db, Connected' })).toBeInTheDocument();
    await expect.element(app.screen.getByRole('tab', { name: 'db, Quiet' })).toBeInTheDocument();
    app.show(sessionOf('db', { stalled: true }));
    await expect.element(app.screen.getByRole('tab', { name: 'db, No answer' })).toBeInTheDocument();
  });

  it('that waits for an answer says so, with a mark of its own', async () => {
    await setUp();
    const mark = () => tab('db').element().querySelector('svg')?.innerHTML;
    app.show({ ...sessionOf('db'), state: { kind: 'authenticating' } });
    await expect.element(app.screen.getByRole('tab', { name: 'db, Logging in' })).toBeInTheDocument();
    const before = mark();
    const prompt = { kind: 'password', host: 'db', user: 'ada', port: 22, banner: null, retry: false } as const;
    app.show({ ...sessionOf('db'), state: { kind: 'authenticating' }, prompt: { promptId: '1', prompt } });
    await expect.element(app.screen.getByRole('tab', { name: 'db, Waiting for your answer' })).toBeInTheDocument();
    expect(mark()).not.toBe(before);
  });

  it('has a mark of its own shape for each health', async () => {
    await setUp();
    const shapes = new Set<string>();
    const healths = [{}, { lastContactMs: 99_000 }, { unconfirmedForMs: 9000 }, { stalled: true }];
    for (const keepalive of healths) {
      app.show(sessionOf('db', keepalive));
      await expect
        .poll(() => shapes.add(tab('db').element().querySelector('svg')?.innerHTML ?? '').size)
        .toBe(healths.indexOf(keepalive) + 1);
    }
  });

  it.each(['light', 'dark'])('has a tooltip in which axe finds nothing, in the %s scheme', async (scheme) => {
    await emulate(scheme);
    await setUp();
    await focus('db');
    await expect.element(tooltip()).toBeVisible();
    const rules = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };
    const { violations } = await axe.run(document.body, { rules });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
