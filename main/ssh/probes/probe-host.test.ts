import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { systemClock } from '../../keepalive/system-clock.ts';
import { createHostProbe } from './probe-host.ts';

const resolveHop = () => null;

const probe = (hostName: string, portNumber: number, hasNetwork = true) =>
  createHostProbe({ clock: systemClock, resolveHop, hasNetwork: () => hasNetwork })(
    { ...defaultProfile, hostName, portNumber },
    new AbortController().signal,
  );

async function listener() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { server, port, stop };
}

describe('the host probe', () => {
  it('finds a host that takes connections, and leaves none open', async () => {
    const { server, port, stop } = await listener();
    const connected = once(server, 'connection');
    expect(await probe('ada@127.0.0.1', port)).toBe('works');
    const [socket] = await connected;
    socket.resume();
    await once(socket, 'close');
    await stop();
  });

  it('tells a host whose service is not there from one that has no network to it', async () => {
    const { port, stop } = await listener();
    await stop();
    expect(await probe('127.0.0.1', port)).toBe('refused');
    expect(await probe('nowhere.invalid', 22)).toBe('unreachable');
    expect(await probe('nowhere.invalid', 22, false)).toBe('no-network');
  });

  it('gives up when nobody wants to know any more', async () => {
    const aborted = new AbortController();
    aborted.abort();
    const { port, stop } = await listener();
    onTestFinished(stop);
    const result = createHostProbe({ clock: systemClock, resolveHop, hasNetwork: () => true })(
      { ...defaultProfile, hostName: '127.0.0.1', portNumber: port },
      aborted.signal,
    );
    expect(await result).not.toBe('works');
  });
});
