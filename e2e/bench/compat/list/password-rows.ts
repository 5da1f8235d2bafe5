import { type KeyName, keyNames } from '../lab/key-types.ts';
import type { ServerName } from '../lab/servers.ts';
import type { Row } from '../row.ts';
import { isDsa } from './key-rows.ts';
import type { Parts } from './parts.ts';

/** Passwords and questions, alone and after a key. */
export function passwordRows({ keys, loginAt, tryBoth }: Parts): readonly Row[] {
  const alone = (server: ServerName, method: string): Row => ({
    group: 'passwords',
    server,
    method,
    key: '',
    refusal: null,
    attempt: async () => tryBoth(await loginAt(server, null)),
  });
  const afterKey = (server: ServerName, method: string, names: readonly KeyName[]): readonly Row[] =>
    names.map((name) => ({
      group: 'passwords',
      server,
      method: `key file, then ${method}`,
      key: name,
      refusal: null,
      attempt: async () => {
        const key = await keys.plain(name);
        return tryBoth({ ...(await loginAt(server, key)), keyFile: key.file });
      },
    }));
  const usual = keyNames.filter((name) => !isDsa(name));
  return [
    alone('sshd, password', 'password'),
    alone('sshd, two rounds of questions', questions),
    alone('dropbear', 'password'),
    ...afterKey('sshd, key and password', 'password', usual),
    ...afterKey('sshd, key and two rounds', questions, usual),
    ...afterKey('dropbear, key and password', 'password', usual),
  ];
}

const questions = 'keyboard-interactive, two rounds';
