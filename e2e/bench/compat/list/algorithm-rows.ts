import { execFileSync } from 'node:child_process';
import type { KeyPair } from '../../../lab/key-pair.ts';
import { requireProgram } from '../../../lab/programs.ts';
import { loopback } from '../../../lab/tcp.ts';
import { type KeyName, keyTypes } from '../lab/key-types.ts';
import type { Row } from '../row.ts';
import type { Parts } from './parts.ts';

/** Why Holdfast leaves out what sshd has. */
const notOffered: readonly (readonly [RegExp, string])[] = [
  [/^sntrup761/, 'of the post-quantum exchanges Holdfast has mlkem768x25519-sha256 (docs/adr/0009)'],
  [
    /^umac-/,
    'UMAC is not in the cryptography that Node has; unless they are told otherwise, servers have HMAC and AES-GCM too',
  ],
  [
    /^hmac-(md5|sha1-96).*-etm@/,
    'ssh2 has no such form of MD5 and cut hashes, which OpenSSH does not offer by itself either',
  ],
];

const reasonOf = (algorithm: string) => notOffered.find(([pattern]) => pattern.test(algorithm))?.[1] ?? null;

/** What sshd can be told to offer, by what ssh of the same package knows. */
const known = (query: string): readonly string[] =>
  execFileSync(requireProgram('ssh'), ['-Q', query], { encoding: 'utf8' }).trim().split('\n');

/** Each algorithm as the only one of its kind that the server has. */
export function algorithmRows(parts: Parts): readonly Row[] {
  const forHosts = known('HostKeyAlgorithms').filter((name) => !/^sk-|^webauthn-|-cert-/.test(name));
  return [
    ...known('kex').map((name) => rowOf(parts, { role: 'key exchange', keyword: 'KexAlgorithms', name })),
    ...forHosts.map((name) => rowOf(parts, { role: 'host key', keyword: 'HostKeyAlgorithms', name })),
    ...known('cipher').map((name) => rowOf(parts, { role: 'cipher', keyword: 'Ciphers', name })),
    // AES-GCM and ChaCha20 have no use for one.
    ...known('mac').map((name) => rowOf(parts, { role: 'MAC', keyword: 'MACs', name, more: ['Ciphers aes128-ctr'] })),
  ];
}

/** A host whose key an authority has certified, of which the user knows the authority alone. */
export function hostCertificateRows({ keys, servers, tryBoth }: Parts): readonly Row[] {
  const names: readonly KeyName[] = ['Ed25519', 'ECDSA 256', 'RSA 2048'];
  return names.map((name) => ({
    group: 'algorithms',
    server: `sshd, certified host key, ${name}`,
    method: 'host certificate',
    key: '',
    refusal: null,
    attempt: async () => {
      const authority = await keys.authority();
      const certify = ({ file }: KeyPair) => authority.certify(`${file}.pub`, { isHost: true, principals: [loopback] });
      return servers.withSshd(
        { hostKeyTypes: [keyTypes[name].type], certify },
        async ({ port, userName, clientKey }) => {
          const knownHosts = await servers.recordHosts([{ port, hostKeys: [authority.key] }], '@cert-authority');
          return tryBoth({ port, userName, keyFile: clientKey, knownHosts });
        },
      );
    },
  }));
}

interface Algorithm {
  readonly role: string;
  /** Of sshd_config and ssh_config alike. */
  readonly keyword: string;
  readonly name: string;
  readonly more?: readonly string[];
}

const rowOf = ({ servers, keys, tryBoth }: Parts, { role, keyword, name, more = [] }: Algorithm): Row => ({
  group: 'algorithms',
  server: `sshd, only ${name}`,
  method: role,
  key: '',
  refusal: reasonOf(name),
  attempt: async () => {
    const hostKey = await keys.plain(hostKeyFor(name));
    const config = [`${keyword} ${name}`, ...more, `HostKey ${hostKey.file}`];
    return servers.withSshd({ config }, async ({ port, userName, clientKey: keyFile }) => {
      const knownHosts = await servers.recordHosts([{ port, hostKeys: [hostKey] }]);
      return tryBoth({ port, userName, keyFile, knownHosts, concessions: [`${keyword}=${name}`] });
    });
  },
});

const hostKeys: Readonly<Record<string, KeyName>> = {
  'ssh-rsa': 'RSA 2048',
  'rsa-sha2-256': 'RSA 2048',
  'rsa-sha2-512': 'RSA 2048',
  'ssh-dss': 'DSA',
  'ecdsa-sha2-nistp256': 'ECDSA 256',
  'ecdsa-sha2-nistp384': 'ECDSA 384',
  'ecdsa-sha2-nistp521': 'ECDSA 521',
};

/** What the host proves itself by where that is the only algorithm. */
const hostKeyFor = (algorithm: string): KeyName => hostKeys[algorithm] ?? 'Ed25519';
