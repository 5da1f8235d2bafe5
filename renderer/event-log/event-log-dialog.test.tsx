import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { success } from '#contract/failure.ts';
import type { SessionId } from '#contract/session.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { EventLogDialog } from './event-log-dialog.tsx';
import { timeWords } from './log-words.ts';

const id = 'one' as SessionId;
const at = new Date(2026, 2, 9, 4, 3, 2).getTime();

const setUp = async () => {
  const fake = createFakeBridge({ 'session.log': () => success([{ at, text: 'Connected.' }]) });
  const onClose = vi.fn();
  const screen = await render(<EventLogDialog bridge={fake.bridge} id={id} name="web" onClose={onClose} />);
  await expect.element(screen.getByText('Connected.')).toBeVisible();
  return { ...fake, screen, onClose };
};

describe('the event log', () => {
  it('shows what happened with its time, and what happens while it is open', async () => {
    const { screen, emit } = await setUp();
    await expect.element(screen.getByText('2026-03-09 04:03:02')).toBeVisible();
    emit('session.logged', { id, entry: { at, text: 'Null packet 1 sent.' } });
    emit('session.logged', { id: 'other' as SessionId, entry: { at, text: 'Of another session.' } });
    await expect.element(screen.getByText('Null packet 1 sent.')).toBeVisible();
    expect(screen.getByText('Of another session.').query()).toBeNull();
  });

  it('can be copied and closed', async () => {
    const { screen, commands, onClose } = await setUp();
    await screen.getByRole('button', { name: 'Copy' }).click();
    expect(commands).toEqual([
      { name: 'clipboard.write', payload: { to: 'clipboard', text: `${timeWords(at)}\tConnected.` } },
    ]);
    await screen.getByRole('button', { name: 'Close' }).click();
    expect(onClose).toHaveBeenCalledOnce();
  });
});
