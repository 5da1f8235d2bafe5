import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '#contract/channels/channels.ts';
import { maxPanes, panesOf, withSplit } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { type AppHarness, setUpApp } from '../../testing/app-harness.tsx';
import { snapshotOf } from '../../testing/fake-bridge.ts';

const [web, db, mail] = [snapshotOf('web'), snapshotOf('db'), snapshotOf('mail')];
const both: Tab = { ...tabFor(web.id), layout: withSplit(tabFor(web.id).layout, web.id, 'right', db.id) };

let app: AppHarness;
beforeEach(async () => {
  await page.viewport(800, 600);
  app = await setUpApp({ sessions: [web, db, mail], tabs: [both, tabFor(mail.id)], isReload: true });
  await expect.poll(() => document.activeElement?.closest('.terminal-view') ?? null).not.toBeNull();
});
afterEach(() => app.dispose());

const tab = (name: string) => app.screen.getByRole('tab', { name: new RegExp(`^${name}`) });
const title = (name: string) => app.screen.getByRole('group', { name, exact: true }).getByText(name, { exact: true });
const arranged = () => {
  const last = app.commands.filter(({ name }) => name === 'tabs.arrange').at(-1)?.payload as Commands['tabs.arrange'];
  return last.tabs;
};
const sessions = () => arranged().map(({ layout }) => panesOf(layout));
const group = () => app.commands.filter(({ name }) => name === 'broadcast.pick').map(({ payload }) => payload);

const at = (type: string, element: Element, place: { readonly x: number; readonly y: number }) =>
  element.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX: place.x, clientY: place.y }));

/** Drags a pane by its title over the left part of a tab, without letting it go. */
function dragOnto(pane: string, name: string) {
  const [from, onto] = [title(pane).element(), tab(name).element()];
  const { left, top } = onto.getBoundingClientRect();
  at('pointerdown', from, from.getBoundingClientRect());
  at('pointermove', from, { x: left + 5, y: top + 5 });
  return () => at('pointerup', from, { x: left + 5, y: top + 5 });
}

describe('a pane of a tab', () => {
  it('gets a tab of its own, beside its tab, which keeps its id, and its terminal stays in the page', async () => {
    const { element } = app.services.views.get(web.id) ?? {};
    app.emit('menu.action', { kind: 'move-pane-to-tab' });
    await expect.poll(sessions).toEqual([[db.id], [web.id], [mail.id]]);
    const [left, own] = arranged();
    expect(left).toEqual({ ...tabFor(db.id), id: both.id });
    expect(own?.id).not.toBe(both.id);
    await expect.element(tab('web')).toHaveAttribute('aria-selected', 'true');
    expect(app.services.views.get(web.id)?.element).toBe(element);
    expect(document.activeElement?.closest('.terminal-view')).toBe(element);
  });

  it('keeps its search, and those that share what is typed', async () => {
    app.emit('menu.action', { kind: 'broadcast-tab' });
    app.emit('menu.action', { kind: 'find' });
    const search = app.screen.getByLabelText('Find', { exact: true });
    await search.fill('error');
    app.services.actions.perform({ kind: 'move-pane-to-tab' });
    await expect.poll(sessions).toEqual([[db.id], [web.id], [mail.id]]);
    await expect.element(search).toHaveValue('error');
    expect(group()).toEqual([{ ids: [web.id, db.id] }]);
    await expect.element(app.screen.getByText('Typing goes to 2 panes')).toBeInTheDocument();
  });

  it('that fills its tab leaves the others beside each other', async () => {
    app.services.actions.perform({ kind: 'zoom-pane' });
    app.services.actions.perform({ kind: 'move-pane-to-tab' });
    await expect.poll(sessions).toEqual([[db.id], [web.id], [mail.id]]);
    expect(arranged().map(({ isZoomed }) => isZoomed)).toEqual([false, false, false]);
  });

  it('is dragged by its title between two tabs', async () => {
    const drop = dragOnto('web', 'mail');
    await expect.poll(() => document.querySelector('[class*="hint"]')).not.toBeNull();
    drop();
    await expect.poll(sessions).toEqual([[db.id], [web.id], [mail.id]]);
    expect(document.querySelector('[class*="hint"]')).toBeNull();
  });

  it('stays where Escape ends the drag, and where it is the last one', async () => {
    const drop = dragOnto('web', 'mail');
    await userEvent.keyboard('{Escape}');
    drop();
    await tab('mail').click();
    app.services.actions.perform({ kind: 'move-pane-to-tab' });
    expect(sessions()).toEqual([[web.id, db.id], [mail.id]]);
    expect(app.services.actions.takes({ kind: 'move-pane-to-tab' })).toBe(false);
  });
});

describe('a tab that is brought into another one', () => {
  it('is refused in a sentence where panes would be too small, or too many', async () => {
    const size = (columns: number) =>
      app.services.shell.update((state) => {
        const panes = new Map(state.panes);
        for (const [id, pane] of panes) panes.set(id, { ...pane, size: { columns, rows: 60 } });
        return { ...state, panes };
      });
    size(30);
    app.services.actions.joinTab(tabFor(mail.id).id, db.id, 'right');
    const small = 'There is no room for that tab here: panes would be too small.';
    await expect.element(app.screen.getByText(small)).toBeVisible();
    app.services.shell.update((state) => {
      const many = Array.from({ length: maxPanes - 1 }, (_, index) => snapshotOf(`more-${index}`).id);
      const layout = many.reduce((before, id) => withSplit(before, web.id, 'right', id), tabFor(web.id).layout);
      return { ...state, tabs: [{ ...tabFor(web.id), layout }, tabFor(mail.id)] };
    });
    app.services.actions.joinTab(tabFor(mail.id).id, web.id, 'right');
    await expect.element(app.screen.getByText('A tab has at most 64 panes.')).toBeVisible();
    expect(sessions()).toHaveLength(2);
  });
});
