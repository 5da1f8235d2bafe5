import { describe, expect, it } from 'vitest';
import { setUp as setUpSession } from '../testing/session-harness.ts';

/** A session whose server sends now and then, and answers no check. */
function setUp(settings: Parameters<typeof setUpSession>[0] = {}) {
  const all = setUpSession({ keepaliveSeconds: 0, aliveCheckSeconds: 5, aliveCheckCount: 3, ...settings });
  const session = all.open();
  all.transport().openNow();
  const sendNowAndThen = (times: number) => {
    for (let time = 0; time < times; time += 1) {
      all.clock.advance(6000);
      all.transport().emit({ kind: 'received' });
    }
  };
  const path = () => all.paths.pathTo({ hostName: 'example.com', portNumber: 22 });
  const texts = () => all.logged.map(({ text }) => text);
  const isStalled = () => session.snapshot().keepalive.stalled;
  return { ...all, session, sendNowAndThen, path, texts, isStalled };
}

describe('a server that sends but answers no alive check', () => {
  it('is remembered, and is not stalled when it sends nothing more; it is asked on', () => {
    const { clock, transport, sendNowAndThen, path, texts, isStalled, session } = setUp({ whenStalled: 'disconnect' });
    sendNowAndThen(4);
    expect(path().ignoresChecksSince()).not.toBeNull();
    expect(texts().filter((text) => text.includes('known to answer no alive check'))).toHaveLength(1);
    const asked = transport().calls.length;
    session.write(new Uint8Array([65]));
    clock.advance(3_600_000);
    expect(isStalled()).toBe(false);
    expect(session.snapshot().state.kind).toBe('open');
    expect(transport().calls.length).toBeGreaterThan(asked + 100);
  });

  it('is known in the next session from its beginning', () => {
    const { clock, open, transport, sendNowAndThen, texts } = setUp();
    sendNowAndThen(4);
    const next = open();
    transport().openNow();
    expect(texts().at(-1)).toMatch(/^This server sends, but is known to answer no alive check \(since .*\)/);
    clock.advance(60_000);
    expect(next.snapshot().keepalive.stalled).toBe(false);
  });

  it('counts again as soon as it answers once', () => {
    const { clock, transport, sendNowAndThen, path, texts, isStalled } = setUp();
    sendNowAndThen(4);
    clock.advance(5000);
    transport().answerCheck();
    expect(path().ignoresChecksSince()).toBeNull();
    expect(texts()).toContain('Unanswered alive checks count again.');
    clock.advance(60_000);
    expect(isStalled()).toBe(true);
  });

  it('counts again when it is forgotten, until it has shown the same anew', () => {
    const { clock, sendNowAndThen, path, isStalled } = setUp();
    sendNowAndThen(4);
    path().forget();
    sendNowAndThen(2);
    expect(path().ignoresChecksSince()).toBeNull();
    clock.advance(60_000);
    expect(isStalled()).toBe(true);
    sendNowAndThen(4);
    expect(path().ignoresChecksSince()).not.toBeNull();
  });
});

describe('a server that answers late, or was frozen', () => {
  it('stalls as ever', () => {
    const { clock, transport, isStalled, path } = setUp();
    clock.advance(60_000);
    expect(isStalled()).toBe(true);
    for (let answer = 0; answer < 10; answer += 1) transport().answerCheck();
    expect(isStalled()).toBe(false);
    clock.advance(60_000);
    expect(isStalled()).toBe(true);
    expect(path().ignoresChecksSince()).toBeNull();
  });
});
