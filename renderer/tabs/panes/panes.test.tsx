import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { withSplit } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { type AppHarness, setUpApp } from '../../testing/app-harness.tsx';
import { snapshotOf } from '../../testing/fake-bridge.ts';

const [web, db] = [snapshotOf('web'), snapshotOf('db')];
const both: Tab = { ...tabFor(web.id), layout: withSplit(tabFor(web.id).layout, web.id, 'right', db.id) };

let app: AppHarness;
const setUp = async (tab: Tab = both) => {
  app = await setUpApp({ sessions: [web, db], tabs: [tab], isReload: true });
  await expect.poll(() => app.requests.filter(({ name }) => name === 'session.attach').length).toBe(2);
};
afterEach(() => app.dispose());

const pane = (name: string) => app.screen.getByRole('group', { name, exact: true });
const divider = () => app.screen.getByRole('separator', { name: 'Divider between panes' });
const widths = () =>
  ['web', 'db'].map((name) => Math.round(pane(name).element().getBoundingClientRect().width / 10) * 10);
const focused = () => document.activeElement?.closest('[role="group"]')?.getAttribute('aria-label') ?? null;
const payloads = (name: string) =>
  app.commands.filter((command) => command.name === name).map(({ payload }) => payload);
const typed = () => [web, db].map(({ id }) => app.portOf(id).typed());

describe('a tab of two panes', () => {
  it('is one tab, marked by the pane that needs its user most', async () => {
    await setUp();
    await expect.element(app.screen.getByRole('tab', { name: 'web, 2 panes, Connected' })).toBeInTheDocument();
    app.show({ ...db, keepalive: { ...db.keepalive, stalled: true } });
    await expect.element(app.screen.getByRole('tab', { name: 'web, 2 panes, No answer' })).toBeInTheDocument();
    const status = app.screen.getByRole('region', { name: 'Session status' });
    await expect.element(status).toHaveTextContent('Connected');
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.element(status).toHaveTextContent('No answer');
  });

  it('gives each pane its own size, and moves the divider by the pointer and by keys', async () => {
    await setUp();
    const [left = 0, right = 0] = widths();
    expect(left).toBe(right);
    await expect.poll(() => payloads('session.resize').length).toBeGreaterThanOrEqual(2);
    (divider().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => (widths()[0] ?? 0) > left).toBe(true);
    await expect.element(divider()).toHaveAttribute('aria-valuenow', '54');
    await userEvent.dragAndDrop(divider(), pane('web'));
    await expect.poll(() => (widths()[0] ?? 0) < left).toBe(true);
    await userEvent.dblClick(divider());
    await expect.poll(widths).toEqual([left, right]);
  });

  it('leads the keyboard from pane to pane by keys and by the pointer', async () => {
    await setUp();
    await expect.poll(focused).toBe('web');
    await userEvent.keyboard('one{Alt>}{ArrowRight}{/Alt}two');
    await expect.poll(focused).toBe('db');
    await expect.poll(typed).toEqual(['one', 'two']);
    await pane('web').click();
    await expect.poll(focused).toBe('web');
  });

  it('shows one pane alone, and all again', async () => {
    await setUp();
    await userEvent.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
    await expect.element(pane('db')).not.toBeInTheDocument();
    expect(divider().query()).toBeNull();
    await app.screen.getByRole('button', { name: 'Show all panes beside web' }).click();
    await expect.element(pane('db')).toBeVisible();
  });

  it('asks before it closes a pane, and the other one then has the tab', async () => {
    await setUp();
    await userEvent.keyboard('{Control>}{Shift>}w{/Shift}{/Control}');
    const question = app.screen.getByRole('alertdialog', { name: 'Close this pane?' });
    await expect.element(question).toHaveTextContent('The session web is open.');
    await question.getByRole('button', { name: 'Close' }).click();
    expect(payloads('session.close')).toEqual([{ id: web.id }]);
    app.emit('session.removed', { id: web.id });
    await expect.element(app.screen.getByRole('tab', { name: 'db, Connected' })).toBeInTheDocument();
    expect(pane('db').query()).toBeNull();
    expect(app.services.views.get(web.id)).toBeUndefined();
    expect(document.querySelectorAll('.terminal-view')).toHaveLength(1);
    await expect.poll(() => document.activeElement?.closest('.terminal-view')).not.toBeNull();
  });

  it('lets a question of a pane that has not the keyboard wait, and takes no key for it', async () => {
    await setUp();
    await expect.poll(focused).toBe('web');
    const prompt = { kind: 'password', host: 'db', user: 'ada', port: 22, banner: null, retry: false } as const;
    app.show({ ...db, state: { kind: 'authenticating' }, prompt: { promptId: '1', prompt } });
    const field = app.screen.getByLabelText('Password of ada');
    await expect.element(field).toBeInTheDocument();
    await userEvent.keyboard('ls');
    await expect.poll(typed).toEqual(['ls', '']);
    await pane('db').click();
    await userEvent.keyboard('s3cret');
    await expect.element(field).toHaveValue('s3cret');
    expect(typed()).toEqual(['ls', '']);
  });

  it('is not split where the halves would be too small for a prompt, and says so', async () => {
    await page.viewport(600, 500);
    await setUp();
    await expect
      .poll(() => app.services.shell.store.getState().panes.get(web.id)?.size?.columns ?? 99)
      .toBeLessThan(41);
    app.emit('menu.action', { kind: 'split-right' });
    await expect.element(app.screen.getByText('This pane is too small to be split.')).toBeVisible();
    expect(app.requests.filter(({ name }) => name === 'session.open')).toEqual([]);
    await page.viewport(800, 600);
  });

  it('is told to main as it is', async () => {
    await setUp();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.poll(() => payloads('tabs.arrange').at(-1)).toEqual({ tabs: [{ ...both, focused: db.id }] });
  });

  it('goes to another window with its sessions, and their terminals are freed', async () => {
    await setUp();
    app.show(snapshotOf('mail'));
    app.emit('tabs.given', { tab: tabFor(snapshotOf('mail').id), sessions: [snapshotOf('mail')] });
    app.emit('menu.action', { kind: 'previous-tab' });
    app.emit('menu.action', { kind: 'move-to-new-window' });
    await expect.poll(() => payloads('tabs.move')).toEqual([{ id: both.id, to: { kind: 'new' } }]);
    app.emit('tabs.taken', { id: both.id });
    await expect.element(app.screen.getByRole('tab')).toHaveTextContent('mail');
    expect([web, db].map(({ id }) => app.services.views.get(id))).toEqual([undefined, undefined]);
    expect(payloads('session.close')).toEqual([]);
  });

  it('has a name of its own, and its colour goes to all of its sessions', async () => {
    await setUp();
    app.emit('menu.action', { kind: 'rename-tab' });
    await userEvent.keyboard('cluster{Enter}');
    await expect.element(app.screen.getByRole('tab', { name: 'cluster, 2 panes, Connected' })).toBeInTheDocument();
    expect(payloads('session.rename')).toEqual([]);
    app.emit('menu.action', { kind: 'tab-colour', colour: 'red' });
    const changes = () => app.requests.filter(({ name }) => name === 'session.change').map(({ payload }) => payload);
    await expect.poll(changes).toEqual([web, db].map(({ id }) => ({ id, changes: { colour: 'red' } })));
  });
});

describe('a tab of one pane', () => {
  it('leaves the keys for panes to the host', async () => {
    await setUp(tabFor(web.id));
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await expect.poll(() => app.portOf(web.id).typed()).toContain('\u001b[1;3D');
  });

  it('is split by a session like its own, whose pane gets the keyboard', async () => {
    await setUp(tabFor(web.id));
    await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
    await expect.poll(focused).toBe('opened-1');
    await expect.element(pane('web')).toBeVisible();
    expect(app.screen.getByRole('tab').elements()).toHaveLength(2);
    app.emit('menu.action', { kind: 'split-below' });
    await expect.poll(focused).toBe('opened-2');
    await expect.element(app.screen.getByRole('tab', { name: /^opened-2, 3 panes/ })).toBeInTheDocument();
  });

  it('is closed with all others but one, and opened again', async () => {
    await setUp(tabFor(web.id));
    app.emit('menu.action', { kind: 'close-other-tabs' });
    await app.screen.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
    expect(payloads('session.close')).toEqual([{ id: db.id }]);
    app.emit('session.removed', { id: db.id });
    await userEvent.keyboard('{Control>}{Shift>}y{/Shift}{/Control}');
    await expect.element(app.screen.getByRole('tab', { name: /^opened-1/ })).toHaveAttribute('aria-selected', 'true');
    expect(app.requests.at(-2)).toMatchObject({ name: 'session.open', payload: { profile: db.profile } });
  });
});
