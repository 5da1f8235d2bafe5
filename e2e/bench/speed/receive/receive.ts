import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSshd } from '../../../lab/sshd.ts';
import { loopback } from '../../../lab/tcp.ts';
import type { ClientTarget } from '../../faults/clients/client.ts';
import { startWorker } from '../../sessions/worker.ts';
import type { Measurement, MeasureRequest } from '../measurement.ts';
import { type Row, rowOf } from '../row.ts';
import { interleaved } from '../samples.ts';
import type { Received, ReceiverCalls } from './calls.ts';
import { openSshReceiver, plinkReceiver, timeReceiver } from './commands.ts';

/** Holdfast's first choice where the processor helps with AES, as nearly all do. */
const cipher = 'aes128-gcm@openssh.com';

const megabyte = 1_000_000;
const megabytes = { full: 500, small: 50 } as const;

export const receive: Measurement = {
  ids: [1],
  title: 'SSH receive alone',
  method: `\`head -c ${megabytes.full * megabyte} /dev/zero\` on the lab's sshd with \`Ciphers ${cipher}\`, from the start of the login to the end, its output thrown away. Holdfast: its session core in Node, with no window. \`ssh -T … > /dev/null\`, \`plink -batch -T … > /dev/null\`. Processor: all threads of the client in user and kernel mode.`,
  needs: ['openssh-client', 'openssh-server'],
  wants: ['putty-tools'],
  seconds: { full: 45, small: 20 },
  run: measure,
};

async function measure(request: MeasureRequest): Promise<readonly Row[]> {
  const { small, signal, whyAbsent } = request;
  const bytes = (small ? megabytes.small : megabytes.full) * megabyte;
  const command = `head -c ${bytes} /dev/zero`;
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-receive-'));
  const sshd = await startSshd({ config: [`Ciphers ${cipher}`] });
  const worker = startWorker<ReceiverCalls>(new URL('receiver.ts', import.meta.url), folder);
  signal.addEventListener('abort', worker.stop, { once: true });
  try {
    const { port, userName, clientKey: keyFile, hostKey } = sshd;
    const target: ClientTarget = { host: loopback, port, userName, keyFile, hostKeyLine: hostKey.publicLine };
    await writeFile(join(folder, 'known_hosts'), `[${loopback}]:${port} ${target.hostKeyLine}\n`);
    const own = join(folder, 'peers');
    await mkdir(own);
    const ssh = await openSshReceiver(target, own);
    const absence = whyAbsent('putty-tools');
    const plink = absence === null ? await plinkReceiver(target, own) : null;
    const timing = { bytes, folder: own, signal };
    const samples = await interleaved<string, Received>(
      {
        holdfast: () => worker.call('receive', { target, command, folder }),
        ssh: () => timeReceiver(ssh(command), timing),
        ...(plink === null ? {} : { plink: () => timeReceiver(plink(command), timing) }),
      },
      request,
    );
    return rowsOf(samples, bytes, absence === null ? {} : { plink: absence });
  } finally {
    signal.removeEventListener('abort', worker.stop);
    await worker.stop();
    await sshd.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsOf(
  samples: Readonly<Record<string, readonly Received[]>>,
  bytes: number,
  absent: Row['absent'],
): readonly Row[] {
  const { holdfast = [], ...peers } = samples;
  for (const received of holdfast) {
    if (received.bytes !== bytes) throw new Error(`Holdfast received ${received.bytes} of ${bytes} bytes.`);
  }
  const each = (of: (received: Received) => number) => ({
    holdfast: holdfast.map(of),
    peers: Object.fromEntries(Object.entries(peers).map(([name, received]) => [name, received.map(of)])),
    absent,
  });
  return [
    rowOf({
      id: 1,
      measure: 'SSH receive alone',
      unit: 'MB/s',
      goal: { is: 'at least', times: 1.2, of: 'ssh' },
      ...each((received) => received.bytes / megabyte / (received.ms / 1000)),
    }),
    rowOf({
      id: 1,
      measure: 'SSH receive alone, processor',
      unit: 's/GB',
      goal: { is: 'at most', times: 1, of: 'ssh' },
      ...each((received) => received.cpuMs / (received.bytes / megabyte)),
    }),
  ];
}
