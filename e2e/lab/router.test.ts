import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Router, type RouterMode, startRouter } from './router.ts';
import { freePort, listen, loopback } from './tcp.ts';

/** One end of a connection, with all that happened to it. */
function observe(socket: Socket) {
  const seen = { text: '', error: null as string | null, ended: false, closed: false };
  socket.on('data', (chunk) => {
    seen.text += String(chunk);
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    seen.error = error.code ?? '';
  });
  socket.on('end', () => {
    seen.ended = true;
  });
  socket.on('close', () => {
    seen.closed = true;
  });
  return { socket, seen };
}
type End = ReturnType<typeof observe>;

describe('startRouter', () => {
  const accepted: End[] = [];
  const opened: End[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => accepted.push(observe(socket)));
  let target: { host: string; port: number };
  let router: Router;

  const start = async (idleSeconds: number, mode: RouterMode) => {
    router = await startRouter({ target, idleSeconds, mode });
  };

  /** A connection through the router that has carried a byte each way. */
  const open = async (): Promise<{ client: End; far: End }> => {
    const socket = connect({ port: router.port, host: loopback, allowHalfOpen: true, noDelay: true });
    const client = observe(socket);
    opened.push(client);
    const accepting = once(server, 'connection') as Promise<[Socket]>;
    socket.write('a');
    const [farSocket] = await accepting;
    // At once, and not at the next look: the router may remember it for a moment only.
    farSocket.once('data', () => farSocket.write('b'));
    await expect.poll(() => client.seen.text).toBe('b');
    return { client, far: accepted.find(({ socket: own }) => own === farSocket) as End };
  };

  const untilForgotten = (count: number) => expect.poll(() => router.stats().forgotten).toBe(count);

  beforeEach(async () => {
    target = { host: loopback, port: await listen(server) };
  });
  afterEach(async () => {
    for (const { socket } of [...accepted, ...opened].splice(0)) socket.destroy();
    accepted.length = 0;
    opened.length = 0;
    await router.stop();
    server.close();
    await once(server, 'close');
  });

  it('passes bytes both ways and counts them', async () => {
    await start(60, 'reset');
    await open();
    expect(router.stats()).toEqual({ flows: 1, forgotten: 0, bytes: 2 });
  });

  it('passes many megabytes to a slow reader without loss', async () => {
    await start(60, 'reset');
    const { client, far } = await open();
    far.socket.pause();
    const size = 16 * 1024 * 1024;
    client.socket.end(Buffer.alloc(size, 'x'));
    await expect.poll(() => router.stats().bytes).toBeGreaterThan(2);
    far.socket.resume();
    await expect.poll(() => far.seen.ended).toBe(true);
    expect(far.seen.text.length).toBe(size + 1);
  });

  it('does not forget a flow whose reader holds it back', async () => {
    await start(0.4, 'reset');
    const { client, far } = await open();
    far.socket.pause();
    client.socket.write(Buffer.alloc(16 * 1024 * 1024));
    const other = await open();
    await untilForgotten(1);
    expect(other.client.seen.closed).toBe(false);
    expect(router.stats().flows).toBe(1);
  });

  it('passes an end and lets the other side finish', async () => {
    await start(60, 'reset');
    const { client, far } = await open();
    client.socket.end('last');
    await expect.poll(() => far.seen).toMatchObject({ text: 'alast', ended: true });
    far.socket.end('reply');
    await expect.poll(() => client.seen).toMatchObject({ text: 'breply', ended: true, error: null });
    await expect.poll(() => router.stats().flows).toBe(0);
  });

  it('passes a reset', async () => {
    await start(60, 'reset');
    const { client, far } = await open();
    far.socket.resetAndDestroy();
    await expect.poll(() => client.seen.error).toBe('ECONNRESET');
  });

  it('resets a client whose target refuses the connection', async () => {
    router = await startRouter({ target: { host: loopback, port: await freePort() }, idleSeconds: 60, mode: 'reset' });
    const client = observe(connect({ port: router.port, host: loopback }));
    await expect.poll(() => client.seen).toMatchObject({ error: 'ECONNRESET', closed: true });
  });

  it('keeps a flow that carries a byte either way more often than the limit', async () => {
    await start(1, 'reset');
    const busy = await open();
    await open();
    const ticking = setInterval(() => busy.far.socket.write('.'), 50);
    try {
      await untilForgotten(1);
      busy.client.socket.write('still here');
      await expect.poll(() => busy.far.seen.text).toBe('astill here');
    } finally {
      clearInterval(ticking);
    }
  });

  it.each(['client', 'far'] as const)('resets the %s side alone, and only when it speaks', async (speaker) => {
    await start(0.4, 'reset');
    const ends = await open();
    const listener = ends[speaker === 'client' ? 'far' : 'client'];
    await untilForgotten(1);
    expect(ends[speaker].seen).toMatchObject({ error: null, closed: false });
    ends[speaker].socket.write('late');
    await expect.poll(() => ends[speaker].seen).toMatchObject({ error: 'ECONNRESET', closed: true });
    await open(); // a round trip later, the other side still has heard nothing
    expect(listener.seen).toMatchObject({ text: speaker === 'client' ? 'a' : 'b', error: null, closed: false });
  });

  it('swallows the bytes of a forgotten flow in silence', async () => {
    await start(0.4, 'silent');
    const { client, far } = await open();
    await untilForgotten(1);
    const passed = router.stats().bytes;
    client.socket.write('into the hole');
    far.socket.write('into the hole');
    client.socket.end();
    await open();
    expect(router.stats().bytes).toBe(passed + 2);
    for (const { seen } of [client, far]) {
      expect(seen).toMatchObject({ error: null, ended: false, closed: false });
      expect(seen.text).toHaveLength(1);
    }
  });

  it('can be told to reset where it was silent', async () => {
    await start(0.4, 'silent');
    const { client } = await open();
    await untilForgotten(1);
    router.setMode('reset');
    client.socket.write('late');
    await expect.poll(() => client.seen.error).toBe('ECONNRESET');
  });

  it('forgets everything at once when flushed, and serves new connections', async () => {
    await start(60, 'reset');
    const { client } = await open();
    router.flush();
    expect(router.stats()).toMatchObject({ flows: 0, forgotten: 1 });
    client.socket.write('late');
    await expect.poll(() => client.seen.error).toBe('ECONNRESET');
    await open();
    expect(router.stats().flows).toBe(1);
  });

  it('closes what it holds when it stops', async () => {
    await start(0.4, 'silent');
    const { client, far } = await open();
    await untilForgotten(1);
    await router.stop();
    await expect.poll(() => [client.seen.ended, far.seen.ended]).toEqual([true, true]);
    await start(60, 'reset');
  });
});
