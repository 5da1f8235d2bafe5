import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type KeyPair, type KeyType, makeKeyPair } from './key-pair.ts';
import type { NatSide } from './nat/nat.ts';
import { descendantsOf, type RunningProcess, signalAll, stopDescendantsOf } from './process-tree.ts';
import { requireProgram } from './programs.ts';
import { type SshdFiles, shellScriptText, sshdConfigText, sshdFiles } from './sshd-config.ts';
import { freePort, loopback } from './tcp.ts';

export interface SshdOptions {
  /** Lines of sshd_config that go before the lab's own, and so win over them. */
  readonly config?: readonly string[];
  /** Default: one ed25519 key. */
  readonly hostKeyTypes?: readonly KeyType[];
  /** Certifies a host key: gives the path of the certificate. */
  readonly certify?: (hostKey: KeyPair) => Promise<string>;
  /** Default: a free one. For a server that comes back at the same address, perhaps with other keys. */
  readonly port?: number;
  /** Where it runs, if not here: on the server's side of the NAT lab. */
  readonly machine?: { readonly side: Pick<NatSide, 'spawn'>; readonly address: string };
}

/** A running OpenSSH server on 127.0.0.1, or at the address of its machine, that only its own client key opens. */
export interface Sshd {
  readonly port: number;
  /** Its temporary folder; sessions have `home` in it as HOME and start there. */
  readonly folder: string;
  /** The one user that can log in: the current one of this system. */
  readonly userName: string;
  /** Path of a private key that is authorised. */
  readonly clientKey: string;
  /** The first host key. */
  readonly hostKey: KeyPair;
  readonly hostKeys: readonly KeyPair[];
  /** All that sshd has logged so far. */
  readonly log: () => string;
  /** Lets one more key in: a line of authorized_keys. */
  readonly authorize: (publicKeyLine: string) => Promise<void>;
  /** Stops and continues the processes that serve connections, as a hung server; new connections are still served. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Kills the sessions, and what runs in them, while the server goes on listening. */
  readonly killConnections: () => void;
  /** Ends the server and all its sessions, and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** Starts a real sshd; resolves when it listens. Throws an Error with sshd's log if it doesn't start. */
export async function startSshd(options: SshdOptions = {}): Promise<Sshd> {
  const program = requireProgram('sshd');
  const files = sshdFiles(await mkdtemp(join(tmpdir(), 'holdfast-sshd-')));
  const types = options.hostKeyTypes ?? ['ed25519'];
  const hostKeys = await Promise.all(types.map((type) => makeKeyPair(files.folder, `host-${type}`, { type })));
  const [hostKey] = hostKeys;
  if (hostKey === undefined) throw new Error('sshd needs a host key.');
  const { certify } = options;
  const certificates = certify === undefined ? [] : await Promise.all(hostKeys.map((key) => certify(key)));
  const clientKey = await makeKeyPair(files.folder, 'client-key');
  const port = options.port ?? (await freePort());
  const config = sshdConfigText({
    files,
    address: options.machine?.address ?? loopback,
    port,
    hostKeyFiles: hostKeys.map((key) => key.file),
    extra: [...(options.config ?? []), ...certificates.map((file) => `HostCertificate ${file}`)],
    hasSourcePenalties: await hasSourcePenalties(program),
  });
  await writeFiles(files, config, clientKey.publicLine);

  const start: NatSide['spawn'] = options.machine?.side.spawn ?? spawn;
  const server = start(program, ['-D', '-e', '-f', files.config], { stdio: ['ignore', 'ignore', 'pipe'] });
  const { pid, stderr } = server;
  if (pid === undefined || stderr === null) throw new Error('sshd could not be started.');
  let text = '';
  stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const servers = () => descendantsOf(pid).filter(isServer);
  const killAll = () => {
    const all = stopDescendantsOf(pid);
    signalAll(all.filter(isServer), 'SIGKILL'); // first, so that none of them reports how its shell ended
    signalAll(all, 'SIGKILL');
  };
  const stop = () => stopServer(server, killAll, files.folder);
  try {
    await untilListening(server, () => text);
  } catch {
    await stop();
    throw new Error(`sshd did not start:\n${text}`);
  }
  return {
    port,
    folder: files.folder,
    userName: userInfo().username,
    clientKey: clientKey.file,
    hostKey,
    hostKeys,
    log: () => text,
    authorize: (line) => appendFile(files.authorizedKeys, `${line}\n`),
    freeze: () => signalAll(servers(), 'SIGSTOP'),
    thaw: () => signalAll(servers(), 'SIGCONT'),
    killConnections: killAll,
    stop,
  };
}

/** `sshd`, and since OpenSSH 9.8 `sshd-session` and `sshd-auth`. */
const isServer = ({ name }: RunningProcess) => name.startsWith('sshd');

async function writeFiles(files: SshdFiles, config: string, authorizedLine: string): Promise<void> {
  await mkdir(files.home);
  await writeFile(files.config, config);
  await writeFile(files.authorizedKeys, `${authorizedLine}\n`, { mode: 0o600 });
  await writeFile(files.shellScript, shellScriptText);
  // sshd run by root wants its privilege separation folder; at boot systemd would have made it.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
}

/** `sshd -V` is new in 9.2; older ones print their version with the usage, and end with an error. */
function hasSourcePenalties(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, ['-V'], (_error, stdout, stderr) => {
      const found = /OpenSSH_(\d+)\.(\d+)/.exec(stdout + stderr);
      const [major, minor] = [Number(found?.[1]), Number(found?.[2])];
      resolve(major > 9 || (major === 9 && minor >= 8));
    });
  });
}

/** Between two looks at the log, ms. */
const lookEvery = 20;

/** sshd takes connections from the moment at which it says this in its log. */
async function untilListening(server: ChildProcess, log: () => string): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    if (log().includes('Server listening on')) return;
    await wait(lookEvery);
  }
  throw new Error('sshd ended.');
}

async function stopServer(server: ChildProcess, killAll: () => void, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGSTOP'); // no new session may slip in between
    killAll();
    server.kill('SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}
