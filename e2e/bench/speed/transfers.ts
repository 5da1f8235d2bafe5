import { type Measured, measure } from '../sftp/measure.ts';
import type { Measurement, MeasureRequest } from './measurement.ts';
import { type Row, rowOf } from './row.ts';

const sizes = { full: { megabytes: 1024, files: 5000 }, small: { megabytes: 32, files: 200 } } as const;

/** As a multiple of sftp's speed. */
const goals = { large: 1, small: 2 } as const;

const bounds = {
  large: 'Each packet of 32 KB costs what it costs in row 1, and main has a file to read or write besides.',
  small: 'The disk, where files cannot be in memory: it makes new ones while it takes away those of the round before.',
} as const;

/** What `measure` tells of: downloads and uploads of a large file and of small ones. */
const parts = 4;

export const transfers: Measurement = {
  ids: [11],
  title: 'Transfers',
  method:
    "A file of 1 GB, and a folder of 5,000 files of 2,000 bytes, by Holdfast's transfers on a connection that is open, and by OpenSSH's `sftp -b -` with `get -r` and `put -r`, whose time has its login in it, as its user's has; both with AES-GCM, 128 bits, and in turns. Files are in memory (/dev/shm) where there is room for them: on a disk both programs wait for the disk most of the time. As `npm run bench:sftp` does.",
  needs: ['openssh-client', 'openssh-server'],
  wants: [],
  seconds: { full: 160, small: 20 },
  run,
};

async function run({ runs, small, signal, onProgress }: MeasureRequest): Promise<readonly Row[]> {
  const size = small ? sizes.small : sizes.full;
  let done = 0;
  onProgress(0, 'making the files');
  const measured = await measure({
    ...size,
    rounds: runs,
    signal,
    onProgress: (text) => {
      done += 1;
      onProgress(done / parts, text);
    },
  });
  return measured.map((one) => rowFor(one, size));
}

function rowFor(
  { name, kind, holdfastMs, sftpMs }: Measured,
  { megabytes, files }: (typeof sizes)[keyof typeof sizes],
): Row {
  const amount = kind === 'large' ? megabytes : files;
  const rates = (times: readonly number[]) => times.map((ms) => amount / (ms / 1000));
  return rowOf({
    id: 11,
    measure: name,
    unit: kind === 'large' ? 'MB/s' : 'files/s',
    goal: { is: 'at least', times: goals[kind], of: 'sftp' },
    holdfast: rates(holdfastMs),
    peers: { sftp: rates(sftpMs) },
    bound: bounds[kind],
  });
}
