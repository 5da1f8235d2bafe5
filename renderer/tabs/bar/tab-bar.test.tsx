import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '#contract/channels/channels.ts';
import type { CloseReason } from '#contract/session/session.ts';
import { type AppHarness, setUpApp } from '../../testing/app-harness.tsx';
import { snapshotOf } from '../../testing/fake-bridge.ts';

const sessions = ['one', 'two', 'three'].map((name) => snapshotOf(name));

const exited: CloseReason = { kind: 'exited', code: 0, signal: null, verdict: null };

let app: AppHarness;
const setUp = async () => {
  app = await setUpApp({ sessions });
};
afterEach(() => app.dispose());

const tab = (name: string) => app.screen.getByRole('tab', { name: new RegExp(`^${name}`) });
const names = () =>
  app.screen
    .getByRole('tab')
    .elements()
    .map((element) => element.textContent);
const payloads = (name: string) =>
  app.commands.filter((command) => command.name === name).map(({ payload }) => payload);

/** What main was told of the tabs last. */
const arranged = () => (payloads('tabs.arrange').at(-1) as Commands['tabs.arrange']).tabs.map(({ focused }) => focused);

describe('the tab bar', () => {
  it('is a list of tabs of which one is shown, each with its state in words', async () => {
    await setUp();
    await expect.element(app.screen.getByRole('tablist')).toBeInTheDocument();
    await expect.element(tab('one')).toHaveAttribute('aria-selected', 'true');
    await expect.element(tab('two')).toHaveAttribute('aria-selected', 'false');
    app.show({ ...snapshotOf('two'), state: { kind: 'closed', at: 0, reason: exited } });
    await expect.element(app.screen.getByRole('tab', { name: 'two, Ended' })).toBeInTheDocument();
  });

  it('marks a session whose agent is forwarded, for as long as it is open', async () => {
    await setUp();
    const { profile } = snapshotOf('two');
    const forwarding = snapshotOf('two', { profile: { ...profile, agentForwarding: 'ask' } });
    app.show(forwarding);
    await expect.element(app.screen.getByRole('tab', { name: 'two, Connected, agent forwarded' })).toBeInTheDocument();
    app.show({ ...forwarding, state: { kind: 'closed', at: 0, reason: exited } });
    await expect.element(app.screen.getByRole('tab', { name: 'two, Ended' })).toBeInTheDocument();
  });

  it('marks a session with tunnels, and says how they do', async () => {
    await setUp();
    const counts = { connections: 0, total: 0, failed: 0, received: 0, sent: 0 };
    const x11 = { state: { kind: 'on', display: ':0' }, ...counts } as const;
    const failure = { code: 'port-in-use', message: 'Port 1080 is in use.', retryable: true } as const;
    const forward = { kind: 'dynamic', family: 'auto', bindAddress: '', port: 1080 } as const;
    const forwards = [{ forward, state: { kind: 'failed', failure }, ...counts }] as const;
    app.show(snapshotOf('two', { x11 }));
    await expect.element(app.screen.getByRole('tab', { name: 'two, Connected, X11' })).toBeInTheDocument();
    app.show(snapshotOf('two', { x11, forwards }));
    const name = 'two, Connected, 1 tunnel and X11, 1 failed';
    await expect.element(app.screen.getByRole('tab', { name })).toBeInTheDocument();
  });

  it('moves the focus by arrow keys, and shows a tab by Enter', async () => {
    await setUp();
    (tab('one').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab('two')).toHaveFocus();
    await expect.element(tab('one')).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await expect.element(tab('three')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(tab('three')).toHaveAttribute('aria-selected', 'true');
    await expect.poll(() => document.activeElement?.closest('.terminal-view')).not.toBeNull();
  });

  it('keeps the shown tab, its close button and the buttons behind the tabs in sight, however many tabs there are', async () => {
    app = await setUpApp({ sessions: Array.from({ length: 60 }, (_, index) => snapshotOf(`tab-${index}`)) });
    const isInSight = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    };
    const button = (name: string) => app.screen.getByRole('button', { name, exact: true });
    for (const [key, shown] of [
      ['{Control>}{Shift>}{Tab}{/Shift}{/Control}', 'tab-59'],
      ['{Control>}{Tab}{/Control}', 'tab-0'],
    ] as const) {
      await userEvent.keyboard(key);
      await expect.element(tab(shown)).toHaveAttribute('aria-selected', 'true');
      for (const name of [`Close ${shown}`, 'New session', 'Quick connect']) {
        await expect.poll(() => isInSight(button(name).element()), { message: name }).toBe(true);
      }
    }
    await userEvent.keyboard('{Control>}{Shift>}p{/Shift}{/Control}');
    await userEvent.keyboard('go to 42');
    await userEvent.keyboard('{Enter}');
    await expect.element(tab('tab-42')).toHaveAttribute('aria-selected', 'true');
    for (const width of [300, 800]) {
      await page.viewport(width, 600);
      await expect.poll(() => isInSight(button('Close tab-42').element()), { message: `${width}` }).toBe(true);
    }
  });

  it('has only the shown tab in the order of the Tab key', async () => {
    await setUp();
    expect(
      app.screen
        .getByRole('tab')
        .elements()
        .map((element) => (element as HTMLElement).tabIndex),
    ).toEqual([0, -1, -1]);
  });

  it('asks before it closes an open session, by the button as by the middle one', async () => {
    await setUp();
    await app.screen.getByRole('button', { name: 'Close two' }).click();
    await app.screen.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    expect(payloads('session.close')).toEqual([]);
    await tab('two').click({ button: 'middle' });
    await app.screen.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
    expect(payloads('session.close')).toEqual([{ id: 'id-two' }]);
    app.emit('session.removed', { id: sessions[1]?.id as never });
    await expect.poll(names).toEqual(['one', 'three']);
  });

  it('closes a session that has ended without a question', async () => {
    await setUp();
    app.show({ ...snapshotOf('two'), state: { kind: 'closed', at: 0, reason: exited } });
    (tab('two').element() as HTMLElement).focus();
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => payloads('session.close')).toEqual([{ id: 'id-two' }]);
  });

  it('renames a tab in its place by a double click; Escape keeps the name', async () => {
    await setUp();
    await tab('two').dblClick();
    await expect.element(app.screen.getByRole('textbox', { name: 'Tab name' })).toHaveFocus();
    await userEvent.keyboard('database{Enter}');
    await expect.poll(() => payloads('session.rename')).toEqual([{ id: 'id-two', name: 'database' }]);
    await tab('two').dblClick();
    await userEvent.keyboard('never{Escape}');
    await expect.element(tab('two')).toBeVisible();
    expect(payloads('session.rename')).toHaveLength(1);
  });

  it('gives a tab its own name back when the field is left empty', async () => {
    await setUp();
    (tab('one').element() as HTMLElement).focus();
    await userEvent.keyboard('{F2}{Delete}{Enter}');
    await expect.poll(() => payloads('session.rename')).toEqual([{ id: 'id-one', name: '' }]);
  });

  it('reorders tabs by dragging, and tells main', async () => {
    await setUp();
    await userEvent.dragAndDrop(tab('one'), tab('three'));
    await expect.poll(names).toEqual(['two', 'three', 'one']);
    expect(arranged()).toEqual(['id-two', 'id-three', 'id-one']);
  });

  it('reorders tabs by keys', async () => {
    await setUp();
    await userEvent.keyboard('{Control>}{Shift>}{PageDown}{/Shift}{/Control}');
    await expect.poll(names).toEqual(['two', 'one', 'three']);
    await expect.poll(arranged).toEqual(['id-two', 'id-one', 'id-three']);
  });

  it('marks a tab with new output until it is shown', async () => {
    await setUp();
    await expect.poll(() => app.requests.filter(({ name }) => name === 'session.attach').length).toBe(3);
    await expect.poll(() => app.portOf(snapshotOf('two').id)).toBeDefined();
    app.portOf(snapshotOf('two').id).sendText('output');
    await expect.element(app.screen.getByRole('tab', { name: 'two, Connected, new output' })).toBeInTheDocument();
    await tab('two').click();
    await expect.element(app.screen.getByRole('tab', { name: 'two, Connected', exact: true })).toBeInTheDocument();
  });
});
