import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import { type OptionKind, parseOptionForward } from '#contract/forwards/forward-notation.ts';

/** What one option gives; settings are not checked yet. */
export interface Given {
  readonly load?: string;
  readonly changes?: Readonly<Record<string, unknown>>;
  /** Go beside those of the settings. */
  readonly forwards?: readonly Forward[];
  readonly hostKeys?: readonly string[];
  /** In the order to try them. */
  readonly keyFiles?: readonly string[];
  readonly commandFile?: string;
  readonly passwordFile?: string;
  readonly verbose?: true;
  readonly batch?: true;
}

/** An option of the command line, by PuTTY's name where PuTTY has it. */
interface Option {
  /** Stands for the value in --help; empty: there is none. */
  readonly value: string;
  readonly help: string;
  readonly take: (value: string) => Result<Given>;
}

const change = (changes: Given['changes'] & object) => success({ changes });

/** Decimal digits alone: Number() would also take "0x16" and an empty string. */
const numberOf = (text: string) => (/^\d{1,5}$/.test(text) ? Number(text) : text);

const forward = (kind: OptionKind) => (text: string) => {
  const read = parseOptionForward(kind, text);
  return read.ok ? success({ forwards: [read.value] }) : read;
};

const flag = (changes: Given['changes'] & object) => ({ value: '', take: () => change(changes) });

export const options: ReadonlyMap<string, Option> = new Map<string, Option>([
  ['-load', { value: 'NAME', help: 'open the saved session NAME', take: (load) => success({ load }) }],
  ['-ssh', { value: '', help: 'connect by SSH (there is no other protocol)', take: () => success({}) }],
  ['-P', { value: 'PORT', help: 'port', take: (port) => change({ portNumber: numberOf(port) }) }],
  ['-l', { value: 'USER', help: 'user to log in as', take: (userName) => change({ userName }) }],
  [
    '-i',
    {
      value: 'FILE',
      help: 'private key file; further ones are tried after it',
      take: (file) => success({ keyFiles: [file] }),
    },
  ],
  ['-pwfile', { value: 'FILE', help: 'take the password from FILE', take: (file) => success({ passwordFile: file }) }],
  ['-hostkey', { value: 'KEY', help: 'accept only this host key or fingerprint', take: (key) => hostKey(key) }],
  [
    '-loghost',
    { value: 'HOST', help: 'look the host key up under this name', take: (name) => change({ logicalHostName: name }) },
  ],
  [
    '-L',
    {
      value: '[ADDRESS:]PORT:HOST:HOSTPORT',
      help: 'forward a local port, or a path (a socket)',
      take: forward('local'),
    },
  ],
  [
    '-R',
    {
      value: '[ADDRESS:]PORT:HOST:HOSTPORT',
      help: 'forward a remote one; without HOST, as SOCKS',
      take: forward('remote'),
    },
  ],
  ['-D', { value: '[ADDRESS:]PORT', help: 'forward dynamically, as a SOCKS proxy', take: forward('dynamic') }],
  ['-N', { ...flag({ noShell: true }), help: 'start no shell or command' }],
  ['-m', { value: 'FILE', help: 'run the command or script in FILE', take: (file) => success({ commandFile: file }) }],
  ['-J', { value: 'HOST[,HOST…]', help: 'connect through these jump hosts', take: (hosts) => jumpHosts(hosts) }],
  [
    '-proxycmd',
    { value: 'COMMAND', help: 'connect through this local command', take: (command) => proxyCommand(command) },
  ],
  ['-t', { ...flag({ noPty: false }), help: 'have a pseudo-terminal allocated' }],
  ['-T', { ...flag({ noPty: true }), help: 'have no pseudo-terminal allocated' }],
  ['-A', { ...flag({ agentForwarding: 'allow' }), help: 'forward the agent' }],
  ['-a', { ...flag({ agentForwarding: 'off' }), help: 'do not forward the agent' }],
  ['-X', { ...flag({ x11Forward: true }), help: 'forward X11' }],
  ['-x', { ...flag({ x11Forward: false }), help: 'do not forward X11' }],
  ['-C', { ...flag({ compression: true }), help: 'compress' }],
  ['-4', { ...flag({ addressFamily: 'ipv4' }), help: 'use only IPv4' }],
  ['-6', { ...flag({ addressFamily: 'ipv6' }), help: 'use only IPv6' }],
  ['-keepalive', { value: 'SECONDS', help: 'seconds between keepalives, 0 for none', take: (text) => keepalive(text) }],
  ['-sessionlog', { value: 'FILE', help: 'log all session output to FILE', take: (file) => log('all', file) }],
  ['-sshlog', { value: 'FILE', help: 'log SSH packets to FILE', take: (file) => log('packets', file) }],
  ['-sshrawlog', { value: 'FILE', help: 'log SSH packets and raw data to FILE', take: (file) => log('raw', file) }],
  ['-logoverwrite', { ...flag({ logFileClash: 'overwrite' }), help: 'overwrite the log file if it exists' }],
  ['-logappend', { ...flag({ logFileClash: 'append' }), help: 'append to the log file if it exists' }],
  ['-v', { value: '', help: 'write the Event Log to standard error', take: () => success({ verbose: true }) }],
  ['-batch', { value: '', help: 'with --no-gui: ask nothing', take: () => success({ batch: true }) }],
]);

const hostKey = (key: string): Result<Given> =>
  key.includes(',') ? refused('-hostkey takes one key or fingerprint at a time.') : success({ hostKeys: [key] });

const jumpHosts = (hosts: string) => change({ proxyType: 'jump', jumpHosts: hosts.split(',') });

const proxyCommand = (command: string) => change({ proxyType: 'command', proxyCommand: command });

const log = (logType: string, logFileName: string) => change({ logType, logFileName });

const keepalive = (text: string) => change({ keepaliveSeconds: numberOf(text), keepaliveChooseForMe: false });

/** Why an option that others know is not taken here. */
export const refusals: ReadonlyMap<string, string> = new Map([
  [
    '-pw',
    'A password on the command line could be read by others: leave -pw out, and you are asked for it, or put it into a file of your own and give that with -pwfile.',
  ],
  ['-telnet', 'Holdfast connects by SSH alone.'],
  ['-serial', 'Holdfast connects by SSH alone.'],
]);

export const refused = (message: string): { readonly ok: false; readonly failure: Failure } =>
  failed({ code: 'invalid-payload', message, retryable: false });
