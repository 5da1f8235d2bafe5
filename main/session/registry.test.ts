import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { SessionId } from '#contract/session/session.ts';
import { bytes, reset, setUp } from './testing/session-harness.ts';

describe('the registry', () => {
  it.each([
    ['clean', { kind: 'exited', code: 0, signal: null }, true],
    ['clean', { kind: 'exited', code: 1, signal: null }, true],
    ['clean', reset, false],
    ['never', { kind: 'exited', code: 0, signal: null }, false],
    ['always', reset, true],
  ] as const)('with "close on exit" %s and the end %o closes the tab: %s', (closeOnExit, cause, closes) => {
    const { open, transport, removed, registry } = setUp({ closeOnExit });
    open();
    transport().openNow();
    transport().emit({ kind: 'ended', cause });
    expect(removed.length === 1).toBe(closes);
    expect(registry.list()).toHaveLength(closes ? 0 : 1);
  });

  it('keeps the tab of a session whose transfers wait for its next connection', () => {
    const { open, transport, removed, busy, changes } = setUp({ closeOnExit: 'always' });
    open();
    busy.add('s1' as SessionId);
    transport().openNow();
    transport().emit({ kind: 'ended', cause: { kind: 'exited', code: 0, signal: null } });
    expect(removed).toEqual([]);
    expect(changes.at(-1)?.state.kind).toBe('closed');
  });

  it.each(['busy', 'set to stay'] as const)('closes no tab afterwards that stayed as it was %s', (why) => {
    const { open, transport, removed, busy, changes, profile } = setUp({ closeOnExit: 'always' });
    const session = open();
    if (why === 'busy') busy.add('s1' as SessionId);
    else session.change({ closeOnExit: 'never' });
    transport().openNow();
    transport().emit({ kind: 'ended', cause: { kind: 'exited', code: 0, signal: null } });
    busy.clear();
    session.change({ closeOnExit: 'always', bellOverload: !profile.bellOverload });
    expect(removed).toEqual([]);
    expect(changes.at(-1)?.profile.closeOnExit).toBe('always');
    session.restart();
    transport().openNow();
    transport().emit({ kind: 'ended', cause: { kind: 'exited', code: 0, signal: null } });
    expect(removed).toEqual(['s1']);
  });

  it('shows a session of the last run again, and connects it only when its user wants it to', () => {
    const { registry, opened, transport, changes } = setUp();
    const profile = { ...defaultProfile, hostName: 'example.com', closeOnExit: 'always' as const };
    const session = registry.restore({ profile, savedAs: null, name: 'Mine' });
    expect(opened).toHaveLength(0);
    expect(changes.at(-1)).toMatchObject({ name: 'Mine', state: { kind: 'closed', reason: { kind: 'restored' } } });
    session.write(bytes('ignored'));
    session.restart();
    expect(session.cancelConnecting()).toBe('stopped');
    expect(session.snapshot().state).toMatchObject({ kind: 'closed', reason: { kind: 'restored' } });
    session.restart();
    transport().openNow();
    expect(opened).toHaveLength(2);
    expect(session.snapshot()).toMatchObject({ name: 'Mine', state: { kind: 'open' } });
  });

  it('leaves no timer behind when it is disposed of', () => {
    const { open, transport, registry, clock, sleep, removed } = setUp();
    open();
    transport().openNow();
    transport().emit({ kind: 'received' }, { kind: 'data', bytes: bytes('x') });
    open();
    registry.dispose();
    sleep.dispose();
    expect(clock.pending()).toBe(0);
    expect(removed).toHaveLength(2);
  });
});
