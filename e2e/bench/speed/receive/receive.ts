import type { Measurement, MeasureRequest } from '../measurement.ts';
import { type Row, rowOf } from '../row.ts';
import { interleaved } from '../samples.ts';
import type { Received } from './calls.ts';
import { openSshReceiver, plinkReceiver, timeReceiver } from './commands.ts';
import { cipher, megabyte, onStage } from './stage.ts';

const megabytes = { full: 500, small: 50 } as const;

export const receive: Measurement = {
  ids: [1],
  title: 'SSH receive alone',
  method: `\`cat\` of a log of 10 MB, 50 times over, on the lab's sshd with \`Ciphers ${cipher}\`, from the start of the login to the end, its output thrown away. Holdfast: its session core in Node, with no window. \`ssh -T … > /dev/null\`, \`plink -batch -T … > /dev/null\`. Processor: all threads of the client in user and kernel mode.`,
  needs: ['openssh-client', 'openssh-server'],
  wants: ['putty-tools'],
  seconds: { full: 45, small: 20 },
  run: measure,
};

function measure(request: MeasureRequest): Promise<readonly Row[]> {
  const { small, signal, whyAbsent } = request;
  return onStage(signal, async ({ target, folder, peersFolder, print, start }) => {
    const { command, bytes } = print(small ? megabytes.small : megabytes.full);
    const worker = start();
    const ssh = await openSshReceiver(target, peersFolder);
    const absence = whyAbsent('putty-tools');
    const plink = absence === null ? await plinkReceiver(target, peersFolder) : null;
    const timing = { bytes, folder: peersFolder, signal };
    const samples = await interleaved<string, Received>(
      {
        holdfast: () => worker.call('receive', { target, command, folder }),
        ssh: () => timeReceiver(ssh(command), timing),
        ...(plink === null ? {} : { plink: () => timeReceiver(plink(command), timing) }),
      },
      request,
    );
    return rowsOf(samples, bytes, absence === null ? {} : { plink: absence });
  });
}

/** By CPU profiles, perf and traces of garbage collections, on two busy cores. */
const bound =
  "An eighth of the processor's time is the decryption itself, and a fifth is the kernel's, for the socket. Most of the rest is what Node and V8 do for each packet of 32 KB, for which ssh2 makes a cipher, and one or two buffers outside of V8's heap.";

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
    bound,
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
