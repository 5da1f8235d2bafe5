import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startAccountSide } from '../../../lab/accounts.ts';
import { startDropbear } from '../../../lab/dropbear.ts';
import { type Sshd, type SshdOptions, startSshd } from '../../../lab/sshd.ts';
import { loopback } from '../../../lab/tcp.ts';
import { type Login, password } from '../clients/login.ts';
import type { Keys } from './keys.ts';
import type { Lab } from './lab.ts';

/** A server of the lab, as a login sees it. */
export interface CompatServer {
  readonly login: Pick<Login, 'port' | 'userName' | 'knownHosts' | 'concessions'>;
  /** Path of a private key that is authorised from the start. */
  readonly clientKey: string;
  /** Lets a key in. */
  readonly authorize: (publicLine: string) => Promise<void>;
}

interface ServerKind extends Pick<SshdOptions, 'config' | 'hostKeyTypes'> {
  /** The user has a password; see the lab's accounts. */
  readonly hasPassword?: boolean;
  /** What ssh must be told before it talks to it. */
  readonly concessions?: readonly string[];
}

function onlyRsa(algorithm: string): ServerKind {
  const names = `${algorithm},${algorithm}-cert-v01@openssh.com`;
  return { config: [`PubkeyAcceptedAlgorithms ${names}`], concessions: [`PubkeyAcceptedAlgorithms=${names}`] };
}

/** Configurations of sshd, by the names that they have in the table. */
const kinds = {
  sshd: {},
  'sshd, only certificates': { config: ['AuthorizedKeysFile none'] },
  'sshd, only rsa-sha2-512': onlyRsa('rsa-sha2-512'),
  'sshd, only rsa-sha2-256': onlyRsa('rsa-sha2-256'),
  'sshd, MaxAuthTries 1': { config: ['MaxAuthTries 1'] },
  'sshd, old algorithms': {
    hostKeyTypes: ['rsa'],
    config: [
      ...['KexAlgorithms diffie-hellman-group14-sha1', 'HostKeyAlgorithms ssh-rsa', 'Ciphers aes128-cbc'],
      ...['MACs hmac-sha1', 'PubkeyAcceptedAlgorithms +ssh-rsa,ssh-dss,ssh-dss-cert-v01@openssh.com'],
    ],
    concessions: [
      ...['KexAlgorithms=+diffie-hellman-group14-sha1', 'HostKeyAlgorithms=+ssh-rsa', 'Ciphers=+aes128-cbc'],
      'PubkeyAcceptedAlgorithms=+ssh-rsa,ssh-dss,ssh-dss-cert-v01@openssh.com',
    ],
  },
  'sshd, password': { hasPassword: true, config: ['PasswordAuthentication yes', 'PubkeyAuthentication no'] },
  'sshd, two rounds of questions': {
    hasPassword: true,
    config: ['UsePAM yes', 'KbdInteractiveAuthentication yes', 'PubkeyAuthentication no'],
  },
  'sshd, key and password': {
    hasPassword: true,
    config: ['PasswordAuthentication yes', 'AuthenticationMethods publickey,password'],
  },
  'sshd, key and two rounds': {
    hasPassword: true,
    config: ['UsePAM yes', 'KbdInteractiveAuthentication yes', 'AuthenticationMethods publickey,keyboard-interactive'],
  },
} as const satisfies Record<string, ServerKind>;

/** It takes DSA keys. */
const dropbearConcessions = ['PubkeyAcceptedAlgorithms=+ssh-dss'];

export type ServerName = keyof typeof kinds | 'dropbear' | 'dropbear, key and password';

export interface Servers {
  readonly named: (name: ServerName) => Promise<CompatServer>;
  /** One more sshd, for one row; `use` is done with it when it resolves. */
  readonly withSshd: <Done>(options: SshdOptions, use: (sshd: Sshd) => Promise<Done>) => Promise<Done>;
  /** Writes a known_hosts file with these keys, perhaps as those of authorities. */
  readonly recordHosts: (
    hosts: readonly Pick<Sshd, 'port' | 'hostKeys'>[],
    marker?: '@cert-authority',
  ) => Promise<string>;
}

/** Servers, each started when it is first asked for. */
export function createServers(lab: Lab, keys: Keys): Servers {
  const account = lab.each(() => startAccountSide(lab.folder, password));
  const recordHosts: Servers['recordHosts'] = async (hosts, marker) => {
    const file = join(lab.folder, `known-hosts-${hosts.map(({ port }) => port).join('-')}`);
    const lines = hosts.flatMap(({ port, hostKeys }) =>
      hostKeys.map(({ publicLine }) => `${marker ?? ''} [${loopback}]:${port} ${publicLine}`.trim()),
    );
    await writeFile(file, `${lines.join('\n')}\n`);
    return file;
  };
  const dropbear = async (args: readonly string[]): Promise<CompatServer> => {
    const folder = join(lab.folder, `dropbear${args.length}`);
    const { stop, ...server } = await startDropbear(folder, args, await account(''));
    lab.undo(stop);
    const { port, userName, keyFile: clientKey, authorize, hostKeyLine } = server;
    const knownHosts = `${folder}/known_hosts`;
    await writeFile(knownHosts, `[${loopback}]:${port} ${hostKeyLine}\n`);
    return { login: { port, userName, knownHosts, concessions: dropbearConcessions }, clientKey, authorize };
  };

  const named = lab.each(async (name: ServerName): Promise<CompatServer> => {
    if (name === 'dropbear') return dropbear([]);
    if (name === 'dropbear, key and password') return dropbear(['-t']);
    const { config = [], hasPassword, concessions = [], hostKeyTypes }: ServerKind = kinds[name];
    const { publicFile } = await keys.authority();
    const sshd = await startSshd({
      config: [...config, `TrustedUserCAKeys ${publicFile}`],
      ...(hostKeyTypes && { hostKeyTypes }),
      ...(hasPassword && { machine: { side: await account(''), address: loopback } }),
    });
    lab.undo(sshd.stop);
    const { port, userName, clientKey, authorize } = sshd;
    return { login: { port, userName, knownHosts: await recordHosts([sshd]), concessions }, clientKey, authorize };
  });

  return {
    named,
    recordHosts,
    withSshd: async (options, use) => {
      const sshd = await startSshd(options);
      try {
        return await use(sshd);
      } finally {
        await sshd.stop();
      }
    },
  };
}
