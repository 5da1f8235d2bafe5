import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { KeepaliveStatus } from '#contract/session/session.ts';
import { snapshotOf } from '../testing/fake-bridge.ts';
import '../ui/theme.css';
import { StatusBar } from './status-bar.tsx';

const web = snapshotOf('web');
const live: KeepaliveStatus = {
  ...web.keepalive,
  checksSent: 41,
  checksAnswered: 41,
  roundTripsMs: Array.from({ length: 30 }, (_, index) => 10 + (index % 7)),
};
const states: Readonly<Record<string, KeepaliveStatus>> = {
  alive: live,
  quiet: { ...live, lastContactMs: 3_500_000 },
  unconfirmed: { ...live, unconfirmedKeys: 3, unconfirmedForMs: 3000, lastContactMs: 70_000 },
  stalled: { ...live, unconfirmedKeys: 13, unconfirmedForMs: 13_000, stalled: true, lastContactMs: 42_000 },
  'long counted': { ...live, nullPacketsSent: 1440, intervalSeconds: 7200, nextInMs: 3_000_000, roundTripsMs: [1500] },
};

const show = (keepalive: KeepaliveStatus) => (
  <StatusBar
    pane={{
      session: { ...web, keepalive },
      receivedAt: performance.now(),
      titles: { title: '', iconTitle: '' },
      size: { columns: 80, rows: 24 },
      clipboardWrite: null,
      unread: 'nothing',
    }}
    savedName={null}
    setKeepalive={async () => null}
    onRestart={() => undefined}
    onShowTunnels={() => undefined}
  />
);

/** The nearest box around it that hides what is outside. */
function clipOf(part: Element): Element {
  const parent = part.parentElement ?? document.body;
  return getComputedStyle(parent).overflowX === 'hidden' || parent === document.body ? parent : clipOf(parent);
}

/** Texts and drawings of the bar that are neither whole in sight nor wholly out of it. */
function cutOff(bar: Element): readonly string[] {
  return [...bar.querySelectorAll('span, svg, button')]
    .filter((part) => part.children.length === 0 || part instanceof SVGElement || part.tagName === 'BUTTON')
    .filter((part) => {
      const { top, bottom, left, right } = part.getBoundingClientRect();
      const whole = clipOf(part).getBoundingClientRect();
      const isOut = top >= whole.bottom;
      const isIn = top >= whole.top && bottom <= whole.bottom && left >= whole.left && right <= whole.right;
      return !isOut && (!isIn || part.scrollWidth > part.clientWidth + 1);
    })
    .map((part) => part.outerHTML);
}

const left = (element: Element | null | undefined) => element?.getBoundingClientRect().left;

afterEach(() => page.viewport(800, 600));

// 400 is a window of 800 at a zoom of 200 %, 327 one of the usual size.
it.each([1200, 800, 654, 400, 327])('nothing is cut off at a width of %d, however the session does', async (width) => {
  await page.viewport(width, 300);
  for (const [name, keepalive] of Object.entries(states)) {
    const screen = await render(show(keepalive));
    const bar = screen.getByRole('region', { name: 'Session status' }).element();
    expect(bar.scrollWidth, name).toBeLessThanOrEqual(bar.clientWidth);
    if (width >= 400) expect(cutOff(bar), name).toEqual([]);
    const control = screen
      .getByRole('button', { name: /Change keepalives/ })
      .element()
      .getBoundingClientRect();
    expect(control.right, name).toBeLessThanOrEqual(width);
    await screen.unmount();
  }
});

it('nothing moves as numbers grow, nor as the words of the state do', async () => {
  await page.viewport(1200, 300);
  const screen = await render(show({ ...live, lastContactMs: 2000, nullPacketsSent: 8, nextInMs: 60_000 }));
  const bar = screen.getByRole('region', { name: 'Session status' }).element();
  const places = () => [bar.querySelector('svg[role=img]'), bar.querySelector('button')].map(left);
  const before = places();
  await screen.rerender(show({ ...live, lastContactMs: 51_000, nullPacketsSent: 12, nextInMs: 4000 }));
  expect(places()).toEqual(before);
  await screen.rerender(show({ ...live, roundTripsMs: [9, 340], unconfirmedKeys: 7, unconfirmedForMs: 2000 }));
  await expect.element(screen.getByText('7 keystrokes unconfirmed')).toBeVisible();
  expect(places()).toEqual(before);
});
