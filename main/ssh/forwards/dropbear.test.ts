import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Dropbear, dropbearIsPossible, startDropbear } from '../../../e2e/lab/dropbear.ts';
import { freePort } from '../../../e2e/lab/tcp.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import { echo, forwardOf, openForward, openOnFreePort, run, startTarget } from './testing/forward-trial.ts';

describe.skipIf(!dropbearIsPossible())('forwards through dropbear', () => {
  let dropbear: Dropbear;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-dropbear-'));
    dropbear = await startDropbear(folder, []);
  });
  afterAll(async () => {
    await dropbear.stop();
    await rm(folder, { recursive: true });
  });

  const logIn = async () => {
    const { port: portNumber, userName, keyFile } = dropbear;
    const trial = tryTransport({ profile: { portNumber, userName, keyFile, noShell: true, tryAgent: false } });
    onTestFinished(() => trial.transport.close());
    await trial.opened();
    return trial;
  };

  it('outlive clients that hang up in the middle of a flood', async () => {
    const { transport } = await logIn();
    const flooding = await startTarget((socket) => {
      const flood = () => {
        while (socket.write(Buffer.alloc(65_536)));
        socket.once('drain', flood);
      };
      flood();
    });
    const forward = await openOnFreePort(transport, `-L PORT:127.0.0.1:${flooding.port}`);
    for (let round = 0; round < 20; round += 1) {
      const socket = connect(forward.port, '127.0.0.1');
      await once(socket, 'data');
      socket.destroy();
    }
    await expect.poll(() => forward.counts()).toMatchObject({ connections: 0, total: 20 });
    const target = await startTarget(echo);
    const other = await openOnFreePort(transport, `-L PORT:127.0.0.1:${target.port}`);
    expect((await run('nc', ['-N', '127.0.0.1', String(other.port)], 'well')).text).toBe('well');
  });

  it('listen at the server, which is asked to stop, and told of if it does not', async () => {
    const { transport, log } = await logIn();
    const target = await startTarget(echo);
    const port = await freePort();
    const forward = await openForward(transport, forwardOf(`-R ${port}:127.0.0.1:${target.port}`));
    expect(forward.listening.ok).toBe(true);
    expect((await run('nc', ['-N', '127.0.0.1', String(port)], 'back')).text).toBe('back');
    forward.close();
    // Some versions do, some do not.
    const isFree = async () => (await run('nc', ['-z', '127.0.0.1', String(port)])).code === 1;
    await expect.poll(async () => (await isFree()) || log().includes(`goes on listening on port ${port}`)).toBe(true);
    expect((await run('nc', ['-N', '127.0.0.1', String(port)], 'gone')).text).toBe('');
    transport.close();
    await expect.poll(isFree).toBe(true);
  });
});
