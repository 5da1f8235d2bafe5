import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { success } from '#contract/failure.ts';
import type { SessionId } from '#contract/session/session.ts';
import { withSplit } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { type AppHarness, setUpApp } from '../testing/app-harness.tsx';
import { snapshotOf } from '../testing/fake-bridge.ts';

const [web, db, mail] = [snapshotOf('web'), snapshotOf('db'), snapshotOf('mail')];
const both: Tab = { ...tabFor(web.id), layout: withSplit(tabFor(web.id).layout, web.id, 'right', db.id) };

const far = 'id-far' as SessionId;

let app: AppHarness;
const setUp = async () => {
  app = await setUpApp({ sessions: [web, db, mail], tabs: [both, tabFor(mail.id)], isReload: true });
  await expect.poll(() => app.requests.filter(({ name }) => name === 'session.attach').length).toBe(3);
};
afterEach(() => app.dispose());

const typed = () => [web, db, mail].map(({ id }) => app.portOf(id).typed());
const stop = () => app.screen.getByRole('button', { name: /Stop broadcasting$/ });
const switchKey = '{Control>}{Shift>}b{/Shift}{/Control}';
const choose = (kind: 'broadcast-all' | 'broadcast-tab' | 'broadcast-pick') => app.emit('menu.action', { kind });

describe('broadcast', () => {
  it('types into all panes of the tab until one key ends it', async () => {
    await setUp();
    await userEvent.keyboard(`${switchKey}ls`);
    await expect.poll(typed).toEqual(['ls', 'ls', '']);
    await expect.element(stop()).toHaveTextContent('Typing goes to 2 panes');
    await userEvent.keyboard(`${switchKey}x`);
    await expect.poll(typed).toEqual(['lsx', 'ls', '']);
    expect(stop().query()).toBeNull();
  });

  it('types into the panes of all tabs, also those that are not shown', async () => {
    await setUp();
    choose('broadcast-all');
    await userEvent.keyboard('ls');
    await expect.poll(typed).toEqual(['ls', 'ls', 'ls']);
    await stop().click();
    await expect.poll(() => document.activeElement?.closest('.terminal-view')).not.toBeNull();
    await userEvent.keyboard('x');
    await expect.poll(typed).toEqual(['lsx', 'ls', 'ls']);
  });

  it('types into the panes that were picked, from each of them alone', async () => {
    await setUp();
    choose('broadcast-pick');
    const dialog = app.screen.getByRole('dialog', { name: 'Broadcast Typing' });
    await dialog.getByRole('checkbox', { name: 'web' }).click();
    await dialog.getByRole('checkbox', { name: 'mail' }).click();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id).filter((id) => id !== 'page-has-heading-one')).toEqual([]);
    await dialog.getByRole('button', { name: 'Broadcast' }).click();
    await userEvent.keyboard('a{Alt>}{ArrowRight}{/Alt}b');
    await expect.poll(typed).toEqual(['a', 'b', 'a']);
  });

  it('goes on in other windows, by main, until it is stopped in one of them', async () => {
    app = await setUpApp(
      { sessions: [web, db, mail], tabs: [both, tabFor(mail.id)], isReload: true },
      { 'broadcast.elsewhere': () => success([{ name: 'far', panes: [{ id: far, name: 'far' }] }]) },
    );
    choose('broadcast-pick');
    await app.screen.getByRole('checkbox', { name: 'web' }).click();
    await app.screen.getByRole('group', { name: 'In another window: far' }).getByRole('checkbox').click();
    await app.screen.getByRole('button', { name: 'Broadcast', exact: true }).click();
    await expect.element(stop()).toHaveTextContent('Typing goes to 1 pane here, 1 elsewhere');
    await userEvent.keyboard('l');
    const sent = (command: string) => app.commands.filter(({ name }) => name === command).map(({ payload }) => payload);
    await expect.poll(() => sent('broadcast.give')).toEqual([{ id: web.id, input: { kind: 'typed', text: 'l' } }]);
    app.emit('broadcast.given', { ids: [web.id], input: { kind: 'typed', text: 's' } });
    await expect.poll(typed).toEqual(['ls', '', '']);
    await stop().click();
    expect(sent('broadcast.pick')).toEqual([{ ids: [web.id, far] }, { ids: [] }]);

    app.emit('broadcast.changed', [db.id, far]);
    await expect.element(stop()).toBeVisible();
    app.emit('broadcast.changed', []);
    await expect.poll(() => stop().query()).toBeNull();
  });

  it('gives nothing to a login that asks, and says so', async () => {
    await setUp();
    choose('broadcast-tab');
    const prompt = { kind: 'password', host: 'db', port: 22, user: 'ada', banner: null, retry: false } as const;
    app.show({ ...db, state: { kind: 'authenticating' }, prompt: { promptId: '1', prompt } });
    await expect.element(app.screen.getByText('Not typed to')).toBeVisible();
    await expect.element(stop()).toHaveTextContent('Typing goes to 1 pane, not to 1 that ask or are closed');
    await userEvent.keyboard('ls{Enter}');
    await expect.poll(typed).toEqual(['ls\r', '', '']);
    await expect.element(app.screen.getByLabelText('Password of ada')).toHaveValue('');
  });

  it('is off for a tab that has gone', async () => {
    await setUp();
    choose('broadcast-tab');
    await expect.element(stop()).toBeVisible();
    for (const { id } of [web, db]) app.emit('session.removed', { id });
    await expect.element(app.screen.getByRole('tab', { name: /^mail/ })).toHaveAttribute('aria-selected', 'true');
    expect(stop().query()).toBeNull();
    await userEvent.keyboard('x');
    await expect.poll(() => app.portOf(mail.id).typed()).toBe('x');
  });
});
