import { tryHoldfast } from '../clients/holdfast.ts';
import { keysAlone } from '../clients/login.ts';
import { hasFormat, type KeyFormat, type KeyName, keyFormats, keyNames } from '../lab/key-types.ts';
import type { ServerName } from '../lab/servers.ts';
import type { Row } from '../row.ts';
import type { Parts } from './parts.ts';

export const isRsa = (name: KeyName): boolean => name.startsWith('RSA');
export const isDsa = (name: KeyName): boolean => name === 'DSA';

export const noDsa = 'the server takes no DSA keys unless it is told to';

/** What each server is asked to take besides the formats. */
const keysAt: readonly (readonly [ServerName, (name: KeyName) => boolean])[] = [
  ['sshd, only rsa-sha2-512', isRsa],
  ['sshd, only rsa-sha2-256', isRsa],
  ['sshd, MaxAuthTries 1', (name) => !isDsa(name)],
  ['sshd, old algorithms', (name) => !isDsa(name)],
];

/** Keys from files: each type in each format, encrypted or not, and each type at each server. */
export function keyRows(parts: Parts): readonly Row[] {
  const inAllFormats = (server: ServerName, names: readonly KeyName[]) =>
    names.flatMap((name) =>
      keyFormats
        .filter((format) => hasFormat(name, format))
        .flatMap((format) => [false, true].map((encrypted) => rowOf(parts, { server, name, format, encrypted }))),
    );
  const plainly = ([server, has]: (typeof keysAt)[number]) =>
    keyNames.filter(has).map((name) => rowOf(parts, { server, name, format: 'OpenSSH', encrypted: false }));
  const others = keyNames.filter((name) => !isDsa(name));
  return [
    ...inAllFormats('sshd', others),
    rowOf(parts, { server: 'sshd', name: 'DSA', format: 'OpenSSH', encrypted: false, refusal: noDsa }),
    ...inAllFormats('sshd, old algorithms', ['DSA']),
    ...keysAt.flatMap(plainly),
    rowOf(parts, {
      ...{ server: 'sshd, only certificates', name: 'Ed25519', format: 'OpenSSH', encrypted: false },
      refusal: 'the server takes certificates alone',
    }),
    ...inAllFormats('dropbear', keyNames),
  ];
}

interface KeyRow {
  readonly server: ServerName;
  readonly name: KeyName;
  readonly format: KeyFormat;
  readonly encrypted: boolean;
  readonly refusal?: string;
}

const rowOf = (
  { keys, loginAt, tryBoth }: Parts,
  { server, name, format, encrypted, refusal = undefined }: KeyRow,
): Row => ({
  group: 'keys',
  server,
  method: `key file: ${format}${encrypted ? ', encrypted' : ''}`,
  key: name,
  refusal: refusal ?? null,
  attempt: async () => {
    const key = await keys.inFormat(name, format, encrypted);
    const login = { ...(await loginAt(server, key)), ...keysAlone, keyFile: key.file };
    // PuTTY's format is not among those that ssh reads.
    return format.startsWith('PPK') ? { holdfast: await tryHoldfast(login), ssh: null } : tryBoth(login);
  },
});
