import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyFormats, keyNames } from './lab/key-types.ts';
import { type Lab, openLab } from './lab/lab.ts';
import { createParts, type Parts } from './list/parts.ts';
import { rowsOf } from './list/rows.ts';
import { groups, type RowResult } from './row.ts';
import { runRows } from './run-rows.ts';
import { whyNoLab } from './surroundings.ts';

/** On a busy machine; else a tenth of it. */
const patienceMs = 120_000;

const reason = whyNoLab();
const name = reason === null ? 'npm run compat' : `npm run compat (skipped: ${reason})`;

/** One row of each kind of server and client, and whether Holdfast and ssh get in; the command itself tries all. */
const some = [
  ['sshd', 'key file: PPK 3, encrypted', 'ECDSA 256', 'in', null],
  ['sshd', 'key file: PEM, encrypted', 'RSA 2048', 'in', 'in'],
  ['dropbear', 'key file: OpenSSH, encrypted', 'Ed25519', 'in', 'in'],
  ['sshd, MaxAuthTries 1', 'agent', 'ECDSA 384', 'in', 'in'],
  ['sshd, only certificates', 'certificate from the agent', 'Ed25519', 'in', 'in'],
  ['sshd, two rounds of questions', 'keyboard-interactive, two rounds', '', 'in', 'in'],
  ['dropbear, key and password', 'key file, then password', 'Ed25519', 'in', 'in'],
  ['sshd, only diffie-hellman-group14-sha1', 'key exchange', '', 'in', 'in'],
  ['sshd, only umac-64@openssh.com', 'MAC', '', 'out', 'in'],
  ['sshd', 'SOCKS 5 proxy (microsocks)', '', 'in', 'in'],
  ['sshd', 'three jump hosts', '', 'in', 'in'],
  ['sshd', 'remote forward', '', 'in', 'in'],
] as const;

describe.skipIf(reason !== null)(name, () => {
  let lab: Lab;
  let parts: Parts;
  beforeAll(async () => {
    lab = await openLab();
    parts = await createParts(lab);
  });
  afterAll(() => lab.stop());

  const run = async (rows: ReturnType<typeof rowsOf>, signal = new AbortController().signal) => {
    const told: RowResult[] = [];
    const results = await runRows(rows, { atOnce: 4, signal, onResult: (result) => told.push(result) });
    expect(told).toHaveLength(results.length);
    return results;
  };

  it('gets in beside ssh by real keys, servers and ways, and fails as it was declared to', {
    timeout: patienceMs,
  }, async () => {
    const all = rowsOf(groups, parts);
    const rows = some.flatMap(([server, method, key]) =>
      all.filter((row) => row.server === server && row.method === method && row.key === key),
    );
    const results = await run(rows);
    expect(
      results.map(({ row, holdfast, ssh }) => [row.server, row.method, row.key, holdfast.kind, ssh?.kind ?? null]),
    ).toEqual(some);
  });

  it('prints one JSON object last', { timeout: patienceMs }, () => {
    const program = fileURLToPath(new URL('index.ts', import.meta.url));
    const args = ['--import', 'tsx', program, '--only', 'passwords', '--json'];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: patienceMs });
    expect(stderr).toBe('');
    const { rows } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { rows: readonly unknown[] };
    expect(rows).toContainEqual({
      ...{ group: 'passwords', server: 'dropbear', method: 'password', key: null },
      ...{ ok: true, ssh: true, asExpected: true },
    });
    expect(stdout).toContain(`${rows.length}/${rows.length} `);
    expect(status).toBe(0);
  });

  it('has a row for each type of key in each format, and for no way in twice', () => {
    const all = rowsOf(groups, parts);
    const names = all.map(({ group, server, method, key }) => [group, server, method, key].join(' · '));
    expect(new Set(names).size).toBe(names.length);
    for (const key of keyNames) {
      for (const format of keyFormats.filter((each) => key !== 'Ed25519' || each !== 'PEM')) {
        expect(names).toContain(`keys · dropbear · key file: ${format}, encrypted · ${key}`);
      }
    }
  });

  it('begins no row after it was interrupted, and leaves out those that were under way', async () => {
    expect(await run(rowsOf(['keys'], parts), AbortSignal.abort())).toEqual([]);
    const interrupted = new AbortController();
    const [row] = rowsOf(['keys'], parts);
    const attempt = async () => {
      interrupted.abort();
      return { holdfast: { kind: 'out', says: 'Stopped.' }, ssh: null } as const;
    };
    expect(await run(row === undefined ? [] : [{ ...row, attempt }], interrupted.signal)).toEqual([]);
  });
});
