import { expect, it } from 'vitest';
import type { X11Standing } from '../ports/transport.ts';
import { setUp } from '../testing/session-harness.ts';

const counts = { connections: 1, total: 2, failed: 0, received: 10, sent: 20 };
const on: X11Standing = { kind: 'on', display: ':0', counts: () => counts };

it('a session tells how its X11 stands, and sums up over its connections', () => {
  const { open, transport } = setUp({ x11Forward: true });
  const session = open();
  const none = { connections: 0, total: 0, failed: 0, received: 0, sent: 0 };
  expect(session.snapshot().x11).toEqual({ state: { kind: 'waiting' }, ...none });
  transport().emit({ kind: 'x11', standing: on });
  transport().openNow();
  expect(session.snapshot().x11).toEqual({ state: { kind: 'on', display: ':0' }, ...counts });

  transport().emit({ kind: 'ended', cause: { kind: 'exited', code: 0, signal: null } });
  expect(session.snapshot().x11).toEqual({ state: { kind: 'waiting' }, ...counts, connections: 0 });
  session.restart();
  transport().emit({ kind: 'x11', standing: on });
  expect(session.snapshot().x11).toMatchObject({ connections: 1, total: 4, received: 20 });
  session.restart();
});

it('a session whose X11 is refused says why', () => {
  const { open, transport } = setUp({ x11Forward: true });
  const session = open();
  transport().emit({ kind: 'x11', standing: { kind: 'failed', reason: 'There is no display.' } });
  expect(session.snapshot().x11?.state).toEqual({ kind: 'failed', reason: 'There is no display.' });
});

it('a session that forwards no X11, or runs no program that could use it, has none', () => {
  expect(setUp().open().snapshot().x11).toBeNull();
  expect(setUp({ x11Forward: true, noShell: true }).open().snapshot().x11).toBeNull();
});
