import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import type { CloseReason, KeepaliveStatus, SessionId, SessionSnapshot } from '#contract/session.ts';
import type { Tab } from '../tabs/state.ts';
import { snapshotOf } from '../testing/fake-bridge.ts';
import { HealthAnnouncer } from './health-announcer.tsx';

const tabOf = (name: string, keepalive: Partial<KeepaliveStatus> = {}, changes: Partial<SessionSnapshot> = {}): Tab => {
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

const announcer = (tabs: readonly Tab[], activeId: SessionId | null = null) => (
  <HealthAnnouncer tabs={tabs} activeId={activeId} />
);

const setUp = async (...tabs: readonly Tab[]) => {
  const screen = await render(announcer(tabs));
  const region = screen.getByRole('status');
  let writes = 0;
  const observer = new MutationObserver((records) => {
    writes += records.length;
  });
  observer.observe(region.element(), { childList: true, characterData: true, subtree: true });
  const show = (...next: readonly Tab[]) => screen.rerender(announcer(next));
  return { screen, region, show, writes: () => writes };
};

describe('the announcer of health', () => {
  it('is polite, and says nothing of a session as it is found', async () => {
    const { region } = await setUp(tabOf('web', { stalled: true }));
    await expect.element(region).toHaveTextContent('');
    expect(region.element().getAttribute('role')).toBe('status');
  });

  it('speaks once when a session turns, and not as its seconds go by', async () => {
    const { region, show, writes } = await setUp(tabOf('web'));
    await show(tabOf('web', { stalled: true, lastContactMs: 12_000 }));
    await expect.element(region).toHaveTextContent('web does not answer.');
    const before = writes();
    await show(tabOf('web', { stalled: true, lastContactMs: 13_000 }));
    await show(tabOf('web', { stalled: true, lastContactMs: 14_000 }));
    expect(writes()).toBe(before);
    await show(tabOf('web', { lastContactMs: 0 }));
    await expect.element(region).toHaveTextContent('web answers again.');
  });

  it('notices by itself what only time turns', async () => {
    const { region, show } = await setUp(tabOf('web'));
    await show(tabOf('web', { unconfirmedKeys: 2, unconfirmedForMs: 1000 }));
    await expect.element(region).toHaveTextContent('');
    await expect.element(region).toHaveTextContent('web: 2 keystrokes unconfirmed.');
  });

  it('speaks of every tab, of one that came later too', async () => {
    const { region, show } = await setUp(tabOf('web'));
    await show(tabOf('web'), tabOf('db'));
    await show(tabOf('web'), tabOf('db', { stalled: true }));
    await expect.element(region).toHaveTextContent('db does not answer.');
  });

  it('tells that a lost session is connected again, after it was connecting', async () => {
    const lost = tabOf('web', {}, { state: { kind: 'reconnecting', attempt: 1, retryAt: 0, at: 0, reason: exited } });
    const { region, show } = await setUp(tabOf('web'));
    await show(lost);
    await expect.element(region).toHaveTextContent('web has lost its connection.');
    await show(tabOf('web', {}, { state: { kind: 'connecting', phase: 'tcp' } }));
    await show(tabOf('web'));
    await expect.element(region).toHaveTextContent('web is connected again.');
  });

  it('leaves the loss of the session in front to the panel that tells why', async () => {
    const { screen, region, show } = await setUp(tabOf('web'));
    const lost = tabOf('web', {}, { state: { kind: 'reconnecting', attempt: 1, retryAt: 0, at: 0, reason: exited } });
    await screen.rerender(announcer([lost], lost.session.id));
    await show(tabOf('web'));
    await expect.element(region).toHaveTextContent('web is connected again.');
  });
});
