import { userInfo } from 'node:os';
import type { KeyPair } from '../../../lab/key-pair.ts';
import { tryHoldfast } from '../clients/holdfast.ts';
import type { Login, Question } from '../clients/login.ts';
import { createOpenSsh, type OpenSsh } from '../clients/openssh.ts';
import { createKeys, type Keys } from '../lab/keys.ts';
import type { Lab } from '../lab/lab.ts';
import { createServers, type ServerName, type Servers } from '../lab/servers.ts';
import type { Attempts } from '../row.ts';

/** What rows are made of. */
export interface Parts {
  readonly lab: Lab;
  readonly keys: Keys;
  readonly servers: Servers;
  readonly ssh: OpenSsh;
  /** A login at a server, which lets the key in. */
  readonly loginAt: (server: ServerName, key: KeyPair | null) => Promise<Login>;
  /** Both programs, one after the other: a server may count what comes at once. */
  readonly tryBoth: (login: Login, question?: Question) => Promise<Attempts>;
}

export async function createParts(lab: Lab): Promise<Parts> {
  const keys = createKeys(lab, userInfo().username);
  const servers = createServers(lab, keys);
  const ssh = await createOpenSsh(lab.folder);
  const authorized = new Set<string>();
  return {
    lab,
    keys,
    servers,
    ssh,
    loginAt: async (name, key) => {
      const { login, authorize } = await servers.named(name);
      const entry = `${name} ${key?.publicLine}`;
      if (key !== null && !authorized.has(entry)) await authorize(key.publicLine);
      authorized.add(entry);
      return login;
    },
    tryBoth: async (login, question) => ({
      holdfast: await tryHoldfast(login, question),
      ssh: await ssh.attempt(login, question),
    }),
  };
}
