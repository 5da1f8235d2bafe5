import { describe, expect, it } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import type { EndCause } from './ports/transport.ts';
import type { Session } from './session-parts.ts';
import { bytes, reset, setUp } from './testing/session-harness.ts';

type Trial = ReturnType<typeof setUp>;

const noNetwork: EndCause = {
  kind: 'refused',
  failure: { code: 'network-down', message: 'There is none.', retryable: true },
};

/** All that can have a timer. */
const busy: Partial<Profile> = {
  keepaliveSeconds: 7,
  aliveCheckSeconds: 11,
  antiIdleSeconds: 13,
  keepaliveChooseForMe: true,
  whenLost: 'reconnect',
};

const open = (trial: Trial) => {
  const session = trial.open();
  trial.transport().openNow();
  trial.transport().emit({ kind: 'received' });
  return session;
};

/** Each brings a session into a state, with as much as can be under way in it. */
const ways: Readonly<Record<string, (trial: Trial) => Session>> = {
  connecting: (trial) => trial.open(),
  'logging in, with a question': (trial) => {
    const session = trial.open();
    trial.transport().emit({ kind: 'authenticating' });
    void trial.transport().options.ask({ kind: 'user-name', host: 'example.com' }, new AbortController().signal);
    return session;
  },
  'logged in, without a shell yet': (trial) => {
    const session = trial.open();
    trial.transport().emit({ kind: 'authenticating' }, { kind: 'authenticated' });
    return session;
  },
  'open, with output on its way to the window and keys that nothing has followed': (trial) => {
    const session = open(trial);
    session.pump.attach(() => undefined);
    trial.transport().emit({ kind: 'data', bytes: bytes('a') }, { kind: 'data', bytes: bytes('b') });
    session.write(bytes('x'));
    return session;
  },
  stalled: (trial) => {
    const session = open(trial);
    session.write(bytes('x'));
    trial.clock.advance(60_000);
    expect(session.snapshot().keepalive.stalled).toBe(true);
    return session;
  },
  'woken up': (trial) => {
    const session = open(trial);
    trial.sleep.look();
    return session;
  },
  'waiting for the next attempt': (trial) => {
    const session = open(trial);
    trial.transport().emit({ kind: 'ended', cause: reset });
    expect(session.snapshot().state.kind).toBe('reconnecting');
    return session;
  },
  'waiting for the network': (trial) => {
    const session = open(trial);
    trial.haveAddresses();
    trial.transport().emit({ kind: 'ended', cause: reset });
    trial.clock.advance(0);
    trial.transport().emit({ kind: 'ended', cause: noNetwork });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', retryAt: null });
    return session;
  },
  'connected again': (trial) => {
    const session = open(trial);
    trial.transport().emit({ kind: 'ended', cause: reset });
    trial.clock.advance(0);
    trial.transport().openNow();
    return session;
  },
  'restarted while it was stalled': (trial) => {
    const session = ways.stalled?.(trial) as Session;
    session.restart();
    return session;
  },
  stopped: (trial) => {
    const session = open(trial);
    trial.transport().emit({ kind: 'ended', cause: reset });
    session.cancelConnecting();
    return session;
  },
  ended: (trial) => {
    const session = open(trial);
    trial.transport().emit({ kind: 'ended', cause: { kind: 'exited', code: 0, signal: null } });
    return session;
  },
  restored: (trial) => trial.registry.restore({ profile: trial.profile, savedAs: null, name: 'web' }),
};

describe('a session that is closed', () => {
  it.each(Object.keys(ways))('leaves no timer, no listener and no probe behind: %s', async (name) => {
    const probes: AbortSignal[] = [];
    const trial = setUp(busy, (_profile, signal) => {
      probes.push(signal);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve('unanswered')));
    });
    const session = ways[name]?.(trial) as Session;
    trial.registry.remove(session.snapshot().id);
    expect(trial.held()).toEqual({ timers: 0, listeners: 0 });
    expect(probes.every(({ aborted }) => aborted)).toBe(true);
    const told = trial.logged.length;
    trial.paths.pathTo(trial.profile).noteFatal(6000);
    trial.haveAddresses('10.0.0.5/8');
    trial.clock.advance(3_600_000);
    await expect.poll(() => trial.logged).toHaveLength(told);
    expect(trial.held()).toEqual({ timers: 0, listeners: 0 });
  });

  it('leaves no more behind than one that has ended and waits for its user', () => {
    const trial = setUp({ ...busy, whenLost: 'wait' });
    for (const end of [reset, { kind: 'exited', code: 0, signal: null } as const]) {
      open(trial);
      trial.transport().emit({ kind: 'ended', cause: end });
      expect(trial.held()).toEqual({ timers: 0, listeners: 0 });
    }
  });

  it('has held no more after a hundred restarts than after one', () => {
    const trial = setUp(busy);
    const session = open(trial);
    const before = trial.held();
    for (let restart = 0; restart < 100; restart += 1) {
      trial.transport().emit({ kind: 'ended', cause: reset });
      session.restart();
      trial.transport().openNow();
      trial.transport().emit({ kind: 'received' });
    }
    expect(trial.held()).toEqual(before);
  });
});

describe('12 hours of a session', () => {
  const second = 1000;
  const hour = 3600 * second;
  const packets = ({ transport }: Trial) => transport().calls.filter((call) => call === 'null packet').length;
  const quiet = { aliveCheckSeconds: 0, antiIdleSeconds: 0 };

  it.each([1, 2, 5, 10, 30, 60, 90, 300, 900, 3600])(
    'has a null packet every %i s, and none once it is closed',
    (keepaliveSeconds) => {
      const trial = setUp({ ...quiet, keepaliveSeconds });
      const session = open(trial);
      trial.clock.advance(12 * hour);
      const sent = Math.floor((12 * 3600) / keepaliveSeconds);
      expect(packets(trial)).toBe(sent);
      expect(session.snapshot().keepalive.nullPacketsSent).toBe(sent);
      trial.registry.remove(session.snapshot().id);
      trial.clock.advance(12 * hour);
      expect(packets(trial)).toBe(sent);
    },
  );

  it.each([2, 5, 60, 3600])('has none while something is typed within each period of %i s', (keepaliveSeconds) => {
    const trial = setUp({ ...quiet, keepaliveSeconds });
    const session = open(trial);
    for (let at = 0; at < 12 * 3600; at += keepaliveSeconds - 1) {
      trial.clock.advance((keepaliveSeconds - 1) * second);
      session.write(bytes('x'));
      trial.transport().emit({ kind: 'received' });
    }
    expect(packets(trial)).toBe(0);
  });
});
