import { describe, expect, it } from 'vitest';
import { failed, success } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import type { FakeTransport } from '../testing/fake-transport.ts';
import { reset, setUp } from '../testing/session-harness.ts';

const web: Forward = { kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'web', hostPort: 80 };
const back: Forward = { kind: 'remote', family: 'auto', bindAddress: '', port: 2222, host: 'localhost', hostPort: 22 };
const socks: Forward = { kind: 'dynamic', family: 'auto', bindAddress: '', port: 1080 };

const portOf = (forward: Forward) => ('port' in forward ? forward.port : null);
const inUse = failed({
  code: 'port-in-use',
  message: 'Port 8080 is in use.',
  retryable: true,
  hint: 'Choose another.',
});
const settle = (transport: FakeTransport, port: number, result = success<readonly string[]>([`127.0.0.1:${port}`])) =>
  transport.forwards.findLast(({ forward }) => portOf(forward) === port)?.onSettled(result);
const fail = (transport: FakeTransport, port: number) =>
  transport.forwards.findLast(({ forward }) => portOf(forward) === port)?.onSettled(inUse);

describe('the forwards of a session', () => {
  it('wait for the login, open, and tell where they listen and what they carry', () => {
    const { open, transport, logged } = setUp({ forwards: [web, socks] });
    const session = open();
    expect(session.snapshot().forwards.map(({ state }) => state.kind)).toEqual(['waiting', 'waiting']);
    transport().openNow();
    settle(transport(), 8080);
    const [first, second] = session.snapshot().forwards;
    expect(first).toMatchObject({
      state: { kind: 'listening', addresses: ['127.0.0.1:8080'] },
      connections: 1,
      sent: 5,
    });
    expect(second).toMatchObject({ forward: socks, state: { kind: 'opening' } });
    expect(logged.map(({ text }) => text)).toContain(
      'Forwarding local port 8080 to web:80, listening on 127.0.0.1:8080.',
    );
  });

  it('are added and removed while the session runs, and leave the others alone', () => {
    const { open, transport } = setUp({ forwards: [web] });
    const session = open();
    transport().openNow();
    session.change({ forwards: [web, back] });
    expect(transport().forwards.map(({ forward }) => forward)).toEqual([web, back]);
    session.change({ forwards: [back] });
    expect(transport().calls).toEqual(['close forward 8080']);
    expect(session.snapshot().forwards.map(({ forward }) => forward)).toEqual([back]);
  });

  it('that change hands close before the other opens, since both want the port', () => {
    const { open, transport } = setUp({ forwards: [web] });
    const session = open();
    transport().openNow();
    session.change({ forwards: [{ ...web, host: 'other' }] });
    expect(transport().calls).toEqual(['close forward 8080']);
    expect(transport().forwards.map(({ forward }) => 'host' in forward && forward.host)).toEqual(['web', 'other']);
  });

  it('open anew where other hosts may use them from now on', () => {
    const { open, transport } = setUp({ forwards: [web, back] });
    const session = open();
    transport().openNow();
    session.change({ localPortsAcceptAll: true });
    expect(transport().forwards.map(({ forward, acceptsAll }) => [portOf(forward), acceptsAll])).toEqual([
      [8080, false],
      [2222, false],
      [8080, true],
    ]);
  });

  it('that failed are tried at once when they may take the place of a socket from now on', () => {
    const { open, transport } = setUp({ forwards: [web, back] });
    const session = open();
    transport().openNow();
    settle(transport(), 2222);
    fail(transport(), 8080);
    session.change({ replaceSocketFiles: true });
    expect(transport().forwards.map(({ forward }) => forward)).toEqual([web, back, web]);
    settle(transport(), 8080);
    expect(session.snapshot().forwards.map(({ state }) => state.kind)).toEqual(['listening', 'listening']);
  });

  it('come back after a reconnect, and go on counting', () => {
    const { open, transport, clock, opened } = setUp({ forwards: [web], whenLost: 'reconnect' });
    const session = open();
    transport().openNow();
    settle(transport(), 8080);
    transport().emit({ kind: 'ended', cause: reset });
    expect(transport().calls).toContain('close forward 8080');
    expect(session.snapshot().forwards).toMatchObject([{ state: { kind: 'waiting' }, connections: 0, total: 1 }]);
    clock.advance(1);
    expect(opened).toHaveLength(2);
    transport().openNow();
    settle(transport(), 8080);
    expect(session.snapshot().forwards).toMatchObject([{ state: { kind: 'listening' }, total: 2, received: 20 }]);
  });

  it('that fail leave the session open, say why once, and try again a few times', () => {
    const { open, transport, clock, logged, notices } = setUp({ forwards: [web] });
    const session = open();
    transport().openNow();
    const sentence = 'Not forwarding local port 8080 to web:80: Port 8080 is in use. Choose another.';
    for (const delay of [2000, 5000, 10_000, 30_000, 60_000, 3_600_000]) {
      fail(transport(), 8080);
      expect(session.snapshot()).toMatchObject({ state: { kind: 'open' }, forwards: [{ state: { kind: 'failed' } }] });
      clock.advance(delay);
    }
    expect(transport().forwards).toHaveLength(6);
    expect(logged.filter(({ text }) => text === sentence)).toHaveLength(1);
    expect(notices).toEqual([`ada@example.com: ${sentence}`]);
    session.retryForwards();
    expect(transport().forwards).toHaveLength(7);
    settle(transport(), 8080);
    expect(session.snapshot().forwards).toMatchObject([{ state: { kind: 'listening' } }]);
  });

  it('do not alarm the user while the server still holds the port for the connection that was lost', () => {
    const { open, transport, clock, notices } = setUp({ forwards: [back], whenLost: 'reconnect' });
    open();
    transport().openNow();
    settle(transport(), 2222);
    transport().emit({ kind: 'ended', cause: reset });
    clock.advance(1);
    transport().openNow();
    for (const delay of [2000, 5000, 10_000, 30_000, 60_000]) {
      fail(transport(), 2222);
      expect(notices).toEqual([]);
      clock.advance(delay);
    }
    fail(transport(), 2222);
    expect(notices).toHaveLength(1);
  });

  it('are tried no more once the session is closed', () => {
    const { open, transport, registry, clock } = setUp({ forwards: [web] });
    const session = open();
    transport().openNow();
    fail(transport(), 8080);
    registry.remove(session.snapshot().id);
    clock.advance(3_600_000);
    expect(transport().forwards).toHaveLength(1);
  });
});
