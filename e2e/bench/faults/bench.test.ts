import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { whyMissing } from '../missing.ts';

/** On a busy machine; else a third of it. */
const patienceMs = 120_000;

const reason = whyMissing(['openssh-server', 'openssh-client', 'putty-tools']);
const name = reason === null ? 'npm run bench:faults' : `npm run bench:faults (skipped: ${reason})`;

describe.skipIf(reason !== null)(name, () => {
  it('measures two faults with three real clients, and prints one JSON object last', { timeout: patienceMs }, () => {
    const program = fileURLToPath(new URL('index.ts', import.meta.url));
    const args = ['--import', 'tsx', program, '--only', '3,22c', '--json', '--at-once', '2'];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: patienceMs });
    expect(stderr).toBe('');
    const result: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(result).toMatchObject({
      faults: [
        {
          name: '3 router reboots',
          runs: 1,
          asExpectedRuns: 1,
          holdfast: { outcome: 'reconnected', asExpected: true },
          ssh: { outcome: 'ended' },
          plink: { outcome: 'ended' },
        },
        {
          name: '22c bash TMOUT=7',
          holdfast: { outcome: 'ended', verdict: 'idle-logout', asExpected: true },
          ssh: { outcome: 'ended' },
          plink: { outcome: 'ended' },
        },
      ],
    });
    expect(status).toBe(0);
  });
});
