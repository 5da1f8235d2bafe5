import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import type { CloseReason, KeepaliveStatus, SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { snapshotOf } from '../testing/fake-bridge.ts';
import type { Pane } from '../window/state.ts';
import { HealthAnnouncer } from './health-announcer.tsx';

const paneOf = (
  name: string,
  keepalive: Partial<KeepaliveStatus> = {},
  changes: Partial<SessionSnapshot> = {},
): Pane => {
  const session = snapshotOf(name, changes);
  return {
    session: { ...session, keepalive: { ...session.keepalive, ...keepalive } },
    receivedAt: performance.now(),
    titles: { title: '', iconTitle: '' },
    size: null,
    clipboardWrite: null,
    unread: 'nothing',
  };
};

const exited: CloseReason = { kind: 'exited', code: 0, signal: null, verdict: null };

const announcer = (panes: readonly Pane[], activeId: SessionId | null = null) => (
  <HealthAnnouncer panes={panes} activeId={activeId} />
);

const setUp = async (...panes: readonly Pane[]) => {
  const screen = await render(announcer(panes));
  const region = screen.getByRole('status');
  let writes = 0;
  const observer = new MutationObserver((records) => {
    writes += records.length;
  });
  observer.observe(region.element(), { childList: true, characterData: true, subtree: true });
  const show = (...next: readonly Pane[]) => screen.rerender(announcer(next));
  return { screen, region, show, writes: () => writes };
};

describe('the announcer of health', () => {
  it('is polite, and says nothing of a session as it is found', async () => {
    const { region } = await setUp(paneOf('web', { stalled: true }));
    await expect.element(region).toHaveTextContent('');
    expect(region.element().getAttribute('role')).toBe('status');
  });

  it('speaks once when a session turns, and not as its seconds go by', async () => {
    const { region, show, writes } = await setUp(paneOf('web'));
    await show(paneOf('web', { stalled: true, lastContactMs: 12_000 }));
    await expect.element(region).toHaveTextContent('web does not answer.');
    const before = writes();
    await show(paneOf('web', { stalled: true, lastContactMs: 13_000 }));
    await show(paneOf('web', { stalled: true, lastContactMs: 14_000 }));
    expect(writes()).toBe(before);
    await show(paneOf('web', { lastContactMs: 0 }));
    await expect.element(region).toHaveTextContent('web answers again.');
  });

  it('notices by itself what only time turns', async () => {
    const { region, show } = await setUp(paneOf('web'));
    await show(paneOf('web', { unconfirmedKeys: 2, unconfirmedForMs: 1000 }));
    await expect.element(region).toHaveTextContent('');
    await expect.element(region).toHaveTextContent('web: 2 keystrokes unconfirmed.');
  });

  it('speaks of every session, of one that came later too', async () => {
    const { region, show } = await setUp(paneOf('web'));
    await show(paneOf('web'), paneOf('db'));
    await show(paneOf('web'), paneOf('db', { stalled: true }));
    await expect.element(region).toHaveTextContent('db does not answer.');
  });

  it('tells that a lost session is connected again, after it was connecting', async () => {
    const lost = paneOf(
      'web',
      {},
      { state: { kind: 'reconnecting', attempt: 1, retryAt: 0, failed: null, at: 0, reason: exited } },
    );
    const { region, show } = await setUp(paneOf('web'));
    await show(lost);
    await expect.element(region).toHaveTextContent('web has lost its connection.');
    await show(paneOf('web', {}, { state: { kind: 'connecting', phase: 'tcp' } }));
    await show(paneOf('web'));
    await expect.element(region).toHaveTextContent('web is connected again.');
  });

  it('leaves the loss of the session in front to the panel that tells why', async () => {
    const { screen, region, show } = await setUp(paneOf('web'));
    const lost = paneOf(
      'web',
      {},
      { state: { kind: 'reconnecting', attempt: 1, retryAt: 0, failed: null, at: 0, reason: exited } },
    );
    await screen.rerender(announcer([lost], lost.session.id));
    await show(paneOf('web'));
    await expect.element(region).toHaveTextContent('web is connected again.');
  });
});
