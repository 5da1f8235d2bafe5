import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { clockOf, tryTransport } from '../testing/transport-trial.ts';

/** Enough for one that each leaves behind to stand out. */
const connections = 50;

/** Below sshd's MaxStartups (10), so that none is refused. */
const atOnce = 5;

/** What keeps the process alive, and who listens to it, by kind. */
function held(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  for (const name of process.eventNames()) counts[`on ${String(name)}`] = process.listenerCount(name);
  return counts;
}

describe('connections with a real sshd', () => {
  let sshd: Sshd;
  const warnings: string[] = [];
  const noteWarning = ({ message }: Error) => warnings.push(message);
  beforeAll(async () => {
    sshd = await startSshd();
    process.on('warning', noteWarning);
  });
  afterAll(async () => {
    process.off('warning', noteWarning);
    await sshd.stop();
  });

  const clock = clockOf();
  const openAndClose = async () => {
    const { transport, opened, until, output, ended } = tryTransport({
      profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey },
      dependencies: { clock },
    });
    await opened();
    transport.sendAliveCheck(() => undefined);
    transport.write(Buffer.from('echo sum=$((40+2))\n'));
    await until(() => output().includes('sum=42'));
    transport.close();
    await ended();
  };

  it(`leave nothing behind after ${connections} of them: no socket, no timer, no listener of the process`, async () => {
    await openAndClose(); // what is made once for all
    await expect.poll(clock.pending).toBe(0);
    const before = held();
    for (let opened = 0; opened < connections; opened += atOnce) {
      await Promise.all(Array.from({ length: atOnce }, openAndClose));
    }
    await expect.poll(held, { timeout: 10_000 }).toEqual(before);
    await expect.poll(clock.pending).toBe(0);
    expect(warnings).toEqual([]);
  }, 120_000);
});
