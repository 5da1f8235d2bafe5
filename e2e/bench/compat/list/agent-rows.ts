import { keysAlone } from '../clients/login.ts';
import { type KeyName, keyNames } from '../lab/key-types.ts';
import type { ServerName } from '../lab/servers.ts';
import type { Row } from '../row.ts';
import { isDsa, isRsa, noDsa } from './key-rows.ts';
import type { Parts } from './parts.ts';

const refusalOf = (server: ServerName, name: KeyName): string | null =>
  isDsa(name) && server === 'sshd' ? noDsa : null;

const usual = (name: KeyName) => !isDsa(name);
const all = () => true;

/** Keys that an agent holds. */
export function agentRows({ keys, loginAt, tryBoth }: Parts): readonly Row[] {
  const keysAt: readonly (readonly [ServerName, (name: KeyName) => boolean])[] = [
    ['sshd', all],
    ['sshd, only rsa-sha2-512', isRsa],
    ['sshd, only rsa-sha2-256', isRsa],
    ['sshd, MaxAuthTries 1', usual],
    ['sshd, old algorithms', all],
    ['dropbear', all],
  ];
  return keysAt.flatMap(([server, has]) =>
    keyNames.filter(has).map((name) => ({
      group: 'agent',
      server,
      method: 'agent',
      key: name,
      refusal: refusalOf(server, name),
      attempt: async () => {
        const key = await keys.plain(name);
        const { socket } = await keys.agentOf(key);
        return tryBoth({ ...(await loginAt(server, key)), ...keysAlone, agentSocket: socket });
      },
    })),
  );
}

/** Certificates beside a key file, and in an agent. */
export function certificateRows({ keys, loginAt, tryBoth }: Parts): readonly Row[] {
  const keysAt: readonly (readonly [ServerName, (name: KeyName) => boolean])[] = [
    ['sshd', all],
    ['sshd, only certificates', usual],
    ['sshd, only rsa-sha2-512', isRsa],
    ['sshd, only rsa-sha2-256', isRsa],
    ['sshd, MaxAuthTries 1', usual],
    ['sshd, old algorithms', all],
    ['dropbear', (name) => name === 'Ed25519'],
  ];
  const from = (place: 'file' | 'agent', server: ServerName, name: KeyName): Row => ({
    group: 'certificates',
    server,
    method: `certificate from ${place === 'file' ? 'its file' : 'the agent'}`,
    key: name,
    refusal: server === 'dropbear' ? 'the server knows no certificates' : refusalOf(server, name),
    attempt: async () => {
      const key = await keys.certified(name);
      const login = { ...(await loginAt(server, null)), ...keysAlone };
      if (place === 'file') return tryBoth({ ...login, keyFile: key.file });
      return tryBoth({ ...login, agentSocket: (await keys.agentOf(key)).socket });
    },
  });
  return keysAt.flatMap(([server, has]) =>
    keyNames.filter(has).flatMap((name) => [from('file', server, name), from('agent', server, name)]),
  );
}
