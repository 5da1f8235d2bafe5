import { EventEmitter } from 'node:events';
import type { Client } from 'ssh2';
import { expect, it, vi } from 'vitest';
import { clockOf } from '../testing/transport-trial.ts';
import { createRelays } from './relays.ts';
import { openRemoteForward } from './remote-forward.ts';
import { watchServerPlaces } from './server-place.ts';
import { forwardOf } from './testing/forward-trial.ts';

it('answers the server for a connection that was on its way when the forward was taken away', async () => {
  const forwardIn = (_address: string, port: number, reply: (error: undefined, port: number) => void) =>
    reply(undefined, port);
  const client = Object.assign(new EventEmitter(), { forwardIn, unforwardIn: () => {} }) as unknown as Client;
  const forward = forwardOf('-R 2222:127.0.0.1:9');
  const context = { client, server: 'web', clock: clockOf(), relays: createRelays(), onRefused: () => {} };
  const request = { forward, acceptsAll: false, replacesSocket: false, onSettled: () => {} };
  const opened = openRemoteForward(context, watchServerPlaces(client), request);
  const [accept, reject] = [vi.fn(), vi.fn()];
  client.emit('tcp connection', { destIP: 'localhost', destPort: 2222, srcIP: '', srcPort: 1 }, accept, reject);
  opened.close();
  await expect.poll(() => reject.mock.calls.length).toBe(1);
  expect(accept).not.toHaveBeenCalled();
});
