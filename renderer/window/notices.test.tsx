import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type AppHarness, setUpApp } from '../testing/app-harness.tsx';
import { snapshotOf } from '../testing/fake-bridge.ts';
import { readingTime } from './notices.tsx';

const text = 'Links such as ssh://host are opened with Holdfast now, each after a question.';
const web = snapshotOf('web');

let app: AppHarness;
beforeEach(async () => {
  await page.viewport(800, 600);
  app = await setUpApp({ sessions: [web] });
  await expect.poll(() => document.activeElement?.closest('.terminal-view') ?? null).not.toBeNull();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await app.dispose();
});

const notice = () => app.screen.getByText(text);
const dismiss = () => app.screen.getByRole('button', { name: 'Dismiss' });
const tell = async (stays: boolean) => {
  app.emit('notice', { text, stays });
  await expect.element(notice()).toBeVisible();
};
const box = (element: Element) => element.getBoundingClientRect();

describe('a notice', () => {
  it('goes by itself where nobody needs to act upon it, once there was time to read it', async () => {
    await tell(false);
    vi.advanceTimersByTime(readingTime(text) - 1);
    await expect.element(notice()).toBeVisible();
    vi.advanceTimersByTime(1);
    await expect.element(notice()).not.toBeInTheDocument();
  });

  it('waits while it is pointed at, and has all of its time after that', async () => {
    await tell(false);
    await notice().hover();
    vi.advanceTimersByTime(10 * readingTime(text));
    await expect.element(notice()).toBeVisible();
    await app.screen.getByRole('main').hover({ position: { x: 20, y: 60 } });
    vi.advanceTimersByTime(readingTime(text) - 1);
    await expect.element(notice()).toBeVisible();
    vi.advanceTimersByTime(1);
    await expect.element(notice()).not.toBeInTheDocument();
  });

  it('stays where it tells of a fault, and Escape dismisses it and gives the keyboard back', async () => {
    await tell(true);
    vi.advanceTimersByTime(10 * readingTime(text));
    const before = document.activeElement;
    (dismiss().element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    await expect.element(notice()).not.toBeInTheDocument();
    expect(document.activeElement).toBe(before);
    expect(app.portOf(web.id).typed()).toBe('');
  });

  it('is dismissed by a key from the terminal, with all others, and none of it is typed', async () => {
    await tell(true);
    app.emit('notice', { text: 'Another one.', stays: true });
    await expect.element(app.screen.getByText('Another one.')).toBeVisible();
    const before = document.activeElement;
    await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
    await expect.element(notice()).not.toBeInTheDocument();
    expect(app.screen.getByText('Another one.').query()).toBeNull();
    expect(document.activeElement).toBe(before);
    await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
    expect(app.portOf(web.id).typed()).toBe('');
  });

  it('lies above the status bar, and covers nothing of a search', async () => {
    app.emit('menu.action', { kind: 'find' });
    const search = app.screen.getByLabelText('Find', { exact: true });
    await expect.element(search).toBeVisible();
    await tell(true);
    const shown = box(notice().element());
    expect(shown.top).toBeGreaterThan(box(search.element()).bottom);
    const status = app.screen.getByRole('region', { name: 'Session status' });
    expect(shown.bottom).toBeLessThan(box(status.element()).top);
  });

  it('lies under a dialog that fills a small window, and covers nothing of it', async () => {
    app.emit('menu.action', { kind: 'change-settings' });
    const dialog = app.screen.getByRole('dialog');
    await expect.element(dialog).toBeVisible();
    await tell(true);
    await expect.poll(() => box(dialog.element()).bottom <= box(notice().element()).top).toBe(true);
    await dismiss().click();
    await expect.poll(() => box(dialog.element()).height).toBeGreaterThan(590);
  });
});
