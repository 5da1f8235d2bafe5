import { type Attempt, isAsExpected, type RowResult } from './row.ts';

/** All rows as one object, for other programs. `ssh` is null where OpenSSH has no such thing. */
export const jsonOf = (results: readonly RowResult[]): object => ({ rows: results.map(entryOf) });

function entryOf(result: RowResult): object {
  const { row, holdfast, ssh } = result;
  const { group, server, method, key, refusal } = row;
  return {
    ...{ group, server, method, key: key === '' ? null : key },
    ...{ ok: holdfast.kind === 'in', ssh: ssh === null ? null : ssh.kind === 'in' },
    asExpected: isAsExpected(result),
    ...(refusal === null ? {} : { refusal }),
    ...remarks('holdfast', holdfast),
    ...(ssh === null ? {} : remarks('ssh', ssh)),
  };
}

function remarks(name: string, attempt: Attempt): object {
  if (attempt.kind === 'out') return { [`${name}Says`]: attempt.says };
  return attempt.after === null ? {} : { [`${name}After`]: attempt.after };
}
