import { describe, expect, it } from 'vitest';
import type { EndCause } from '../ports/transport.ts';
import { bytes, reset, setUp as setUpSession } from '../testing/session-harness.ts';

const timeout: EndCause = {
  kind: 'lost',
  failure: { code: 'connection-timeout', message: 'It timed out.', retryable: true },
};

/** An open session on which nothing but the user's keys passes. */
function setUp(...args: Parameters<typeof setUpSession>) {
  const [settings, probe] = args;
  const all = setUpSession({ keepaliveSeconds: 0, aliveCheckSeconds: 0, ...settings }, probe);
  const session = all.open();
  const start = () => {
    all.transport().openNow();
    all.transport().emit({ kind: 'received' });
  };
  start();
  const type = () => session.write(bytes('x'));
  /** Types after so many seconds of silence, and has it answered. */
  const answerAfter = (seconds: number) => {
    all.clock.advance(seconds * 1000);
    type();
    all.clock.advance(50);
    all.transport().emit({ kind: 'received' });
  };
  const loseAfter = (seconds: number, cause: EndCause = reset) => {
    all.clock.advance(seconds * 1000);
    type();
    all.clock.advance(100);
    all.transport().emit({ kind: 'ended', cause });
  };
  const known = () => {
    const { survived, fatal } = all.paths.pathTo({ hostName: 'example.com', portNumber: 22 }).knowledge();
    return [survived, fatal].map((silence) => (silence === null ? null : Math.round(silence.ms / 1000)));
  };
  return { ...all, session, start, type, answerAfter, loseAfter, known };
}

/** The verdict rests on a fresh connection, which takes a moment. */
const untilKnown = (known: () => unknown, expected: unknown) => expect.poll(() => known()).toEqual(expected);

describe('what a session teaches of its path', () => {
  it('is the longest silence after which it was answered', () => {
    const { answerAfter, known } = setUp();
    for (const seconds of [1, 40, 12]) answerAfter(seconds);
    expect(known()).toEqual([40, null]);
  });

  it('counts silence in both directions: what the server says by itself ends one', () => {
    const { clock, transport, answerAfter, known } = setUp();
    clock.advance(30_000);
    transport().emit({ kind: 'received' });
    answerAfter(10);
    expect(known()).toEqual([10, null]);
  });

  it('counts alive checks and null packets as an end of silence too', () => {
    const { clock, transport, known } = setUp({ keepaliveSeconds: 20, aliveCheckSeconds: 50 });
    clock.advance(50_000);
    transport().answerCheck();
    expect(known()).toEqual([20, null]);
  });

  it('is the silence that was fatal, once a fresh connection has shown that it was', async () => {
    const { loseAfter, known } = setUp();
    loseAfter(300);
    expect(known()).toEqual([null, null]);
    await untilKnown(known, [null, 300]);
  });

  it('is nothing where the server was gone instead', async () => {
    const { loseAfter, known, session } = setUp({}, 'refused');
    loseAfter(300);
    await expect.poll(() => session.snapshot().state).toMatchObject({ reason: { verdict: { kind: 'server-gone' } } });
    expect(known()).toEqual([null, null]);
  });

  it('is learnt also when the session is connected again before that is known', async () => {
    const { loseAfter, known, session } = setUp();
    loseAfter(300);
    session.restart();
    await untilKnown(known, [null, 300]);
  });

  it('is learnt from a stalled session that is restarted', async () => {
    const { clock, type, session, known } = setUp();
    clock.advance(300_000);
    type();
    clock.advance(10_000);
    expect(session.snapshot().keepalive.stalled).toBe(true);
    session.restart();
    await untilKnown(known, [null, 300]);
  });

  it('is not taken from a silence that began with a null packet, which nobody answers', async () => {
    const { clock, transport, known, session } = setUp({ keepaliveSeconds: 60 });
    clock.advance(600_000);
    transport().emit({ kind: 'ended', cause: timeout });
    await expect
      .poll(() => session.snapshot().state)
      .toMatchObject({ reason: { verdict: { kind: 'idle-cut-silent' } } });
    expect(known()).toEqual([null, null]);
  });
});

describe('"Choose for me"', () => {
  const choosing = { keepaliveChooseForMe: true, keepaliveSeconds: 60 };
  const interval = ({ session }: ReturnType<typeof setUp>) => session.snapshot().keepalive.intervalSeconds;

  it("uses the profile's own number while too little is known", () => {
    const all = setUp(choosing);
    expect(interval(all)).toBe(60);
    all.answerAfter(30);
    expect(interval(all)).toBe(60);
  });

  it('uses what the path has taught, also in a session that runs already', async () => {
    const all = setUp(choosing);
    const { paths, clock, logged, transport, activities } = all;
    paths.pathTo({ hostName: 'example.com', portNumber: 22 }).noteFatal(6000);
    expect(interval(all)).toBe(3);
    expect(logged.at(-1)?.text).toBe('Null packets are sent after 3 s without typing (Choose for me).');
    clock.advance(9000);
    expect(activities[0]?.[0]?.keepalive.intervalSeconds).toBe(3);
    expect(transport().calls.filter((call) => call === 'null packet')).toHaveLength(3);
  });

  it('has the next connection live where the last one was cut', async () => {
    const all = setUp({ ...choosing, keepaliveSeconds: 0 });
    all.loseAfter(300);
    await untilKnown(all.known, [null, 300]);
    all.session.restart();
    all.start();
    expect(interval(all)).toBe(120);
  });

  it('is turned on and off in a session that runs', () => {
    const all = setUp({ keepaliveSeconds: 60 });
    all.paths.pathTo({ hostName: 'example.com', portNumber: 22 }).noteFatal(6000);
    expect(interval(all)).toBe(60);
    all.session.change({ keepaliveChooseForMe: true });
    expect(interval(all)).toBe(3);
    all.session.change({ keepaliveChooseForMe: false });
    expect(interval(all)).toBe(60);
  });

  it('sends nothing to a server that chokes on it', () => {
    const all = setUp({ ...choosing, chokesOnIgnore: true });
    all.paths.pathTo({ hostName: 'example.com', portNumber: 22 }).noteFatal(6000);
    all.clock.advance(600_000);
    expect(all.transport().calls).not.toContain('null packet');
  });

  it('listens to its path no longer than it lives', () => {
    const all = setUp(choosing);
    all.registry.dispose();
    const before = all.logged.length;
    all.paths.pathTo({ hostName: 'example.com', portNumber: 22 }).noteFatal(6000);
    expect(all.logged).toHaveLength(before);
  });
});
