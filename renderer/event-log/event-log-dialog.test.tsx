import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ExportedLog } from '#contract/channels/channels.ts';
import { failed, type Result, success } from '#contract/failure.ts';
import { textLine } from '#contract/session/log-lines.ts';
import { type LogEntry, maxLogEntries, type SessionId } from '#contract/session/session.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import '../ui/theme.css';
import { EventLogDialog } from './event-log-dialog.tsx';

const id = 'one' as SessionId;
const at = new Date(2026, 2, 9, 4, 3, 2).getTime();
const connected: LogEntry = { at, text: 'Connected.' };
const few: readonly LogEntry[] = [
  connected,
  { at: at + 1000, text: 'Alive check sent.' },
  { at: at + 1012, text: 'Alive check answered after 12 ms.' },
  { at: at + 60_000, text: 'Null packet 1 sent.' },
];
const many = (count: number) =>
  Array.from({ length: count }, (_, index): LogEntry => ({ at: at + index * 1000, text: `Event ${index + 1}.` }));

const setUp = async (
  entries: readonly LogEntry[] = [connected],
  exported: Result<ExportedLog | null> = success(null),
) => {
  const fake = createFakeBridge({ 'session.log': () => success(entries), 'session.export-log': () => exported });
  const onClose = vi.fn();
  const screen = await render(<EventLogDialog bridge={fake.bridge} id={id} name="web" onClose={onClose} />);
  await expect.element(screen.getByText(entries.at(-1)?.text ?? '', { exact: true })).toBeVisible();
  const list = screen.getByRole('log').element();
  return {
    ...fake,
    screen,
    onClose,
    list,
    log: (entry: LogEntry) => fake.emit('session.logged', { id, entry }),
    filter: (text: string) => screen.getByRole('searchbox', { name: 'Filter' }).fill(text),
    copied: () => fake.commands.at(-1)?.payload,
    fromEnd: () => list.scrollHeight - list.clientHeight - list.scrollTop,
  };
};

const rowsOf = (list: Element) => [...list.querySelectorAll('[data-log-row]')];
const textsOf = (list: Element) => [...list.querySelectorAll('span')].map((text) => text.textContent);
const asCopied = (entries: readonly LogEntry[]) => ({ to: 'clipboard', text: entries.map(textLine).join('\n') });

describe('the event log', () => {
  it('shows what happened with its time, and what happens while it is open', async () => {
    const { screen, log, emit, onClose } = await setUp();
    await expect.element(screen.getByText('2026-03-09 04:03:02')).toBeVisible();
    log({ at, text: 'Null packet 1 sent.' });
    emit('session.logged', { id: 'other' as SessionId, entry: { at, text: 'Of another session.' } });
    await expect.element(screen.getByText('Null packet 1 sent.')).toBeVisible();
    expect(screen.getByText('Of another session.').query()).toBeNull();
    await screen.getByRole('button', { name: 'Close' }).click();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('hears of what happens until it is gone', async () => {
    const { screen, commands } = await setUp();
    expect(commands).toEqual([]);
    await screen.unmount();
    expect(commands).toEqual([{ name: 'session.log-closed', payload: { id } }]);
  });

  it('is filtered by words of texts and times, in any order and case, also as it grows', async () => {
    const { screen, list, log, filter, onClose } = await setUp(few);
    await filter('check ALIVE');
    await expect.poll(() => textsOf(list)).toEqual(['Alive check sent.', 'Alive check answered after 12 ms.']);
    await expect.element(screen.getByText('2 of 4 events')).toBeVisible();
    log({ at, text: 'Null packet 2 sent.' });
    log({ at, text: 'The alive check was the last.' });
    await expect.poll(() => textsOf(list)).toHaveLength(3);
    await filter('04:04');
    await expect.poll(() => textsOf(list)).toEqual(['Null packet 1 sent.']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => textsOf(list)).toHaveLength(6);
    await expect.element(screen.getByText('6 events')).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('copies all that is shown', async () => {
    const { screen, list, filter, copied } = await setUp(few);
    await screen.getByRole('button', { name: 'Copy' }).click();
    expect(copied()).toEqual(asCopied(few));
    await expect.element(screen.getByText('Copied 4 events.')).toBeVisible();
    await filter('alive');
    await expect.poll(() => textsOf(list)).toHaveLength(2);
    await screen.getByRole('button', { name: 'Copy' }).click();
    expect(copied()).toEqual(asCopied(few.slice(1, 3)));
  });

  it('copies the entries in which text is selected, whole, by its button and by the keyboard', async () => {
    const { screen, list, copied } = await setUp(few);
    await screen.getByText('Alive check sent.').tripleClick();
    await screen.getByRole('button', { name: 'Copy' }).click();
    expect(copied()).toEqual(asCopied(few.slice(1, 2)));
    await expect.element(screen.getByText('Copied 1 event.')).toBeVisible();

    const [, first, second] = rowsOf(list);
    getSelection()?.setBaseAndExtent(first?.lastChild?.firstChild as Node, 3, second?.lastChild?.firstChild as Node, 2);
    const data = new DataTransfer();
    list.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    expect(data.getData('text/plain')).toBe(asCopied(few.slice(1, 3)).text);
  });

  it('is exported in the format of choice, and tells where it is', async () => {
    const { screen, requests } = await setUp(few, success({ path: '/home/ada/web.jsonl', entries: 4 }));
    await screen.getByRole('button', { name: 'Export…' }).click();
    await screen.getByRole('menuitem', { name: 'All events as JSON lines…' }).click();
    await expect.element(screen.getByText('Saved 4 events to /home/ada/web.jsonl.')).toBeVisible();
    expect(requests.at(-1)).toEqual({ name: 'session.export-log', payload: { id, format: 'json' } });
    (screen.getByRole('button', { name: 'Export…' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('menuitem', { name: 'All events as text…' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => requests.at(-1)?.payload).toEqual({ id, format: 'text' });
  });

  it('says why it could not be exported, and what to do', async () => {
    const failure = {
      code: 'storage-full',
      message: 'The disk is full.',
      retryable: true,
      hint: 'Free some.',
    } as const;
    const { screen } = await setUp(few, failed(failure));
    await screen.getByRole('button', { name: 'Export…' }).click();
    await screen.getByRole('menuitem', { name: 'All events as text…' }).click();
    await expect.element(screen.getByText('The disk is full. Free some.')).toBeVisible();
  });
});

describe('a long event log', () => {
  it('follows what is new while it is scrolled to its end, and stays where the user reads', async () => {
    const { list, log, fromEnd, screen } = await setUp(many(300));
    expect(fromEnd()).toBeLessThan(2);
    log({ at, text: 'The latest.' });
    await expect.element(screen.getByText('The latest.')).toBeVisible();
    expect(fromEnd()).toBeLessThan(2);
    list.scrollTop = 500;
    await new Promise(requestAnimationFrame);
    log({ at, text: 'The very latest.' });
    await expect.poll(() => textsOf(list).at(-1)).toBe('The very latest.');
    expect(list.scrollTop).toBe(500);
    list.scrollTop = list.scrollHeight;
    await new Promise(requestAnimationFrame);
    log({ at, text: 'Followed again.' });
    await expect.poll(() => textsOf(list).at(-1)).toBe('Followed again.');
    expect(fromEnd()).toBeLessThan(2);
  });

  it('keeps as many entries as main, and redraws only what is new', async () => {
    const { list, log } = await setUp(many(maxLogEntries));
    const [, second] = rowsOf(list);
    let added = 0;
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) added += addedNodes.length;
    });
    observer.observe(list, { childList: true, subtree: true, characterData: true });
    log({ at, text: 'One more.' });
    await expect.poll(() => textsOf(list).at(-1)).toBe('One more.');
    expect(rowsOf(list)).toHaveLength(maxLogEntries);
    expect(rowsOf(list)[0]).toBe(second);
    expect(added).toBe(1);
    observer.disconnect();
  });
});
