import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { requireProgram } from '../programs.ts';
import type { RouterMode } from '../router-flow.ts';
import { makeNamespaces, removeNamespaces } from './namespaces.ts';
import { type BlackHole, clientLink, faultRules, masqueradeRules, type NatFaults, serverLink } from './nat-rules.ts';
import { runTool } from './run-tool.ts';

export interface NatOptions {
  /** An established TCP connection without a packet for this long is forgotten. Default: the kernel's own, 5 days. */
  readonly idleSeconds?: number;
  readonly mode: RouterMode;
}

/** A machine of the lab: a network namespace, and what runs in it. */
export interface NatSide {
  /** Goes before a command to run it there; the process keeps its id. */
  readonly prefix: readonly string[];
  /** Gives what the program printed; rejects if it fails. */
  readonly exec: (program: string, args?: readonly string[], input?: string) => Promise<string>;
  readonly spawn: (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
}

/** A client and a server with a router between them that translates addresses and forgets, by the kernel's conntrack. */
export interface Nat {
  readonly client: NatSide;
  readonly server: NatSide;
  readonly serverAddress: string;
  /** Applies to connections already forgotten as well. */
  readonly setMode: (mode: RouterMode) => Promise<void>;
  /** Applies to a connection with its next packet. */
  readonly setTimeout: (idleSeconds: number) => Promise<void>;
  /** Forgets all connections now, as a router does that reboots. */
  readonly flush: () => Promise<void>;
  /** Established TCP connections that it remembers now. */
  readonly flows: () => Promise<number>;
  readonly blackHole: (way: BlackHole) => Promise<void>;
  /** Each way; 0 to 99. */
  readonly loss: (percent: number) => Promise<void>;
  /** Each way; null takes the limit off. */
  readonly slow: (kilobitsPerSecond: number | null) => Promise<void>;
  /** Gives the client another address, as on another network; its connections are not told. */
  readonly changeClientAddress: () => Promise<void>;
  /** Takes the client's link away, and gives it back. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  /** Ends all that runs in the lab, and removes it. */
  readonly stop: () => Promise<void>;
}

const serverAddress = '10.77.2.2';
const routerAddress = { client: '10.77.1.1', server: '10.77.2.1' };
const firstClientHost = 2;

/** What may wait at a slow link: about as long as in a home router. */
const slowLinkLatency = '400ms';
/** What goes at full speed: a few packets. */
const slowLinkBurst = '8kb';

export async function startNat({ idleSeconds, mode }: NatOptions): Promise<Nat> {
  const names = await makeNamespaces();
  let faults: NatFaults = { mode, blackHole: 'none', lossPercent: 0 };
  let clientHost = firstClientHost;
  const client = sideOf(names.client);
  const server = sideOf(names.server);
  const router = sideOf(names.router);

  const ip = (name: string, ...args: readonly string[]) => runTool('ip', ['-n', name, ...args]);
  const nft = (rules: string) => router.exec('nft', ['-f', '-'], rules);
  const setKernel = async (name: string, value: number) => {
    await router.exec('sh', ['-c', `echo ${value} > /proc/sys/net/${name}`]);
  };
  const setTimeout = (seconds: number) => setKernel('netfilter/nf_conntrack_tcp_timeout_established', seconds);
  const change = async (changes: Partial<NatFaults>) => {
    faults = { ...faults, ...changes };
    await nft(faultRules(faults));
  };
  const addRoute = () => ip(names.client, 'route', 'replace', 'default', 'via', routerAddress.client);
  const addClientAddress = () => ip(names.client, 'address', 'add', `10.77.1.${clientHost}/24`, 'dev', 'eth0');

  const wire = async (name: string, link: string, address: string) => {
    const peer = ['peer', 'name', link, 'netns', names.router];
    await runTool('ip', ['link', 'add', 'name', 'eth0', 'netns', name, 'type', 'veth', ...peer]);
    await ip(names.router, 'address', 'add', `${address}/24`, 'dev', link);
    await ip(names.router, 'link', 'set', link, 'up');
    await ip(name, 'link', 'set', 'eth0', 'up');
  };

  const stop = () => removeNamespaces(names);

  try {
    await wire(names.client, clientLink, routerAddress.client);
    await wire(names.server, serverLink, routerAddress.server);
    await ip(names.server, 'address', 'add', `${serverAddress}/24`, 'dev', 'eth0');
    await addClientAddress();
    await addRoute();
    // The rules first: where conntrack is a module they load it, and its settings are there only then.
    await nft(masqueradeRules + faultRules(faults));
    await setKernel('ipv4/ip_forward', 1);
    // Not loose: what comes in the middle of a connection that is not known stays unknown.
    await setKernel('netfilter/nf_conntrack_tcp_loose', 0);
    if (idleSeconds !== undefined) await setTimeout(idleSeconds);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    client,
    server,
    serverAddress,
    setMode: (next) => change({ mode: next }),
    setTimeout,
    flush: async () => {
      await router.exec('conntrack', ['-F']);
    },
    flows: async () => {
      const listed = await router.exec('conntrack', ['-L', '-p', 'tcp', '--state', 'ESTABLISHED']);
      return listed.split('\n').filter((line) => line !== '').length;
    },
    blackHole: (way) => change({ blackHole: way }),
    loss: (percent) => change({ lossPercent: percent }),
    slow: async (kilobits) => {
      const limit = ['rate', `${kilobits}kbit`, 'burst', slowLinkBurst, 'latency', slowLinkLatency];
      for (const link of [clientLink, serverLink]) {
        if (kilobits === null) await router.exec('tc', ['qdisc', 'del', 'dev', link, 'root']);
        else await router.exec('tc', ['qdisc', 'replace', 'dev', link, 'root', 'tbf', ...limit]);
      }
    },
    changeClientAddress: async () => {
      clientHost += 1;
      await ip(names.client, 'address', 'flush', 'dev', 'eth0');
      await addClientAddress();
      await addRoute();
    },
    down: async () => {
      await ip(names.client, 'link', 'set', 'eth0', 'down');
    },
    up: async () => {
      await ip(names.client, 'link', 'set', 'eth0', 'up');
      await addRoute(); // the kernel forgets the route with the link
    },
    stop,
  };
}

function sideOf(name: string): NatSide {
  const ip = requireProgram('ip');
  const within = (program: string, args: readonly string[]) => [
    ...['netns', 'exec', name],
    isAbsolute(program) ? program : requireProgram(program),
    ...args,
  ];
  return {
    prefix: [ip, 'netns', 'exec', name],
    exec: (program, args = [], input) => runTool('ip', within(program, args), input),
    spawn: (program, args, options) => spawn(ip, within(program, args), options),
  };
}
