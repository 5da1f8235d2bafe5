import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { SessionSnapshot } from '#contract/session/session.ts';
import { snapshotOf } from '../testing/fake-bridge.ts';
import type { KeepaliveChange } from '../window/actions/keepalive-change.ts';
import type { Pane } from '../window/state.ts';
import { StatusBar } from './status-bar.tsx';

const paneOf = (changes: Partial<SessionSnapshot> = {}): Pane => ({
  session: snapshotOf('web', changes),
  receivedAt: performance.now(),
  titles: { title: '', iconTitle: '' },
  size: { columns: 80, rows: 24 },
  clipboardWrite: null,
  unread: 'nothing',
});

const setUp = async (pane = paneOf(), answer: string | null = null, savedName: string | null = null) => {
  const setKeepalive = vi.fn(async (_change: KeepaliveChange) => answer);
  const others = { savedName, onRestart: () => undefined, onShowTunnels: () => undefined };
  const screen = await render(<StatusBar pane={pane} {...others} setKeepalive={setKeepalive} />);
  const open = () => screen.getByRole('button', { name: /Change keepalives/ }).click();
  return { screen, setKeepalive, open };
};

describe('the status bar', () => {
  it('says how the session stands, what keeps it open, and how large it is', async () => {
    const { screen } = await setUp();
    await expect.element(screen.getByText('Connected')).toBeVisible();
    await expect.element(screen.getByText('80 × 24')).toBeVisible();
    await expect.element(screen.getByText(/^Null packets: 12 sent, next in 3\d s$/)).toBeVisible();
  });

  it('counts by itself between two messages of main', async () => {
    const { screen } = await setUp();
    await expect.element(screen.getByText('Null packets: 12 sent, next in 33 s')).toBeVisible();
    await expect.element(screen.getByText('Last contact 3 s ago')).toBeVisible();
  });

  it('tells a session that does not answer from one that does', async () => {
    const { keepalive } = snapshotOf('web');
    const { screen } = await setUp(paneOf({ keepalive: { ...keepalive, stalled: true } }));
    await expect.element(screen.getByText('No answer')).toBeVisible();
  });

  it('says in words that keys wait, and for how many', async () => {
    const { keepalive } = snapshotOf('web');
    const waiting = { ...keepalive, unconfirmedKeys: 3, unconfirmedForMs: 1400 };
    const { screen } = await setUp(paneOf({ keepalive: waiting }));
    await expect.element(screen.getByText('Connected')).toBeVisible();
    await expect.element(screen.getByText('3 keystrokes unconfirmed')).toBeVisible();
    await screen.rerender(
      <StatusBar
        pane={paneOf({ keepalive: { ...waiting, stalled: true } })}
        savedName={null}
        setKeepalive={async () => null}
        onRestart={() => undefined}
        onShowTunnels={() => undefined}
      />,
    );
    await expect.element(screen.getByText('No answer')).toBeVisible();
    await expect.element(screen.getByText('3 keystrokes unconfirmed')).toBeVisible();
  });

  it('shows the last round trip, draws those before it, and counts the checks', async () => {
    const { keepalive } = snapshotOf('web');
    const checked = { ...keepalive, checksSent: 41, checksAnswered: 40, roundTripsMs: [10, 30, 12.4] };
    const { screen } = await setUp(paneOf({ keepalive: checked }));
    await expect.element(screen.getByText('12 ms', { exact: true })).toBeVisible();
    await expect.element(screen.getByText('40 of 41 checks answered')).toBeVisible();
    const words = 'Round trips of the last 3 checks: min 10 ms, median 12 ms, max 30 ms';
    const drawing = screen.getByRole('img', { name: words });
    await expect.element(drawing).toBeVisible();
    expect(drawing.element().querySelectorAll('rect')).toHaveLength(3);
    expect(drawing.element().querySelector('title')?.textContent).toBe(words);
  });

  it('changes the interval of the running session', async () => {
    const { screen, setKeepalive, open } = await setUp();
    await open();
    const field = screen.getByRole('textbox', { name: 'Seconds between keepalives (0 to turn off)' });
    await expect.element(field).toHaveValue('60');
    await field.fill('2');
    await userEvent.keyboard('{Enter}');
    await expect.element(field).not.toBeInTheDocument();
    expect(setKeepalive).toHaveBeenCalledWith({ seconds: 2, isSaved: false });
  });

  it('offers to save the interval to the saved session as well', async () => {
    const { screen, setKeepalive, open } = await setUp(paneOf(), null, 'web');
    await open();
    await screen.getByRole('checkbox', { name: 'Save the seconds to "web" too' }).click();
    await screen.getByRole('button', { name: 'Apply' }).click();
    expect(setKeepalive).toHaveBeenCalledWith({ seconds: 60, isSaved: true });
  });

  it.each(['86401', '-1', '1.5', 'often', ''])('refuses %j beside the field, with the range', async (text) => {
    const { screen, setKeepalive, open } = await setUp();
    await open();
    const field = screen.getByRole('textbox');
    await field.fill(text);
    await screen.getByRole('button', { name: 'Apply' }).click();
    await expect.element(screen.getByText('Enter a whole number from 0 to 86400.')).toBeVisible();
    await expect.element(field).toHaveValue(text);
    expect(setKeepalive).not.toHaveBeenCalled();
  });

  it('shows why main refused a change', async () => {
    const { screen, open } = await setUp(paneOf(), 'This session is gone.');
    await open();
    await screen.getByRole('button', { name: 'Apply' }).click();
    await expect.element(screen.getByText('This session is gone.')).toBeVisible();
  });
});
