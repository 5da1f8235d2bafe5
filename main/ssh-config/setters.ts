import { t } from '#contract/language/language.ts';
import type { ProfileChanges } from '#contract/profile/profile.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { type ForwardKeyword, forwardsOf, readForward } from './forward-settings.ts';
import { orderOf } from './orders.ts';
import type { Resolved } from './resolve.ts';

/** What the values of a keyword come to; a remark completes the keyword to a sentence. */
export interface Setting {
  readonly changes: ProfileChanges;
  readonly remark?: string;
}

/** The values in the files' order; null where they mean what no setting does. */
type Setter = (texts: readonly string[], all: Resolved['values']) => Setting | null;

/** Of a keyword with one value. */
const one =
  (changesOf: (text: string, all: Resolved['values']) => ProfileChanges | null): Setter =>
  ([text = ''], all) => {
    const changes = changesOf(text, all);
    return changes === null ? null : { changes };
  };

/** Of a keyword with several values, of which a session takes the first. */
const firstOf =
  (changesOf: (text: string) => ProfileChanges | null): Setter =>
  ([text = '', ...more]) => {
    const changes = changesOf(text);
    if (changes === null) return null;
    return more.length === 0
      ? { changes }
      : { changes, remark: t('counts once: {values} is left out', { values: more.join(', ') }) };
  };

const order = (key: Parameters<typeof orderOf>[0]): Setter =>
  one((list) => {
    const names = orderOf(key, list);
    return names === null ? null : { [key]: names };
  });

/** Cut to what the setting takes. */
const within = (key: 'aliveCheckSeconds' | 'aliveCheckCount' | 'connectTimeoutSeconds', text: string): number => {
  const { min, max } = settingsTable[key];
  return Math.min(Math.max(Number(text), min), max);
};

const mebibyte = 1024 * 1024;
const updates: Readonly<Record<string, 'yes' | 'no'>> = { true: 'yes', false: 'no' };
const families: Readonly<Record<string, 'ipv4' | 'ipv6'>> = { inet: 'ipv4', inet6: 'ipv6' };

/** A path would be another agent than the one that logs in. */
function forwarding(value: string): ProfileChanges | null {
  if (value === 'yes') return { agentForwarding: 'allow' };
  return value === 'no' ? { agentForwarding: 'off' } : null;
}

/** OpenSSH's one interval keeps the path open and ends a session that does not answer: alive checks do both, too. */
const aliveChecks: Setter = one((text, all) => {
  if (text === 'none' || text === '0') return { aliveCheckSeconds: 0 };
  const count = all.has('serveralivecountmax') ? {} : { aliveCheckCount: 3 };
  return { aliveCheckSeconds: within('aliveCheckSeconds', text), whenStalled: 'disconnect', ...count };
});

/** 0 leaves each as it is. */
const rekeying: Setter = one((text) => {
  const [bytes = 0, seconds = 0] = text.split(' ').map(Number);
  return {
    ...(bytes === 0 ? {} : { rekeyMegabytes: Math.max(1, Math.round(bytes / mebibyte)) }),
    ...(seconds === 0 ? {} : { rekeyMinutes: Math.max(1, Math.round(seconds / 60)) }),
  };
});

const environment: Setter = (texts) => ({
  changes: {
    environment: texts.map((text) => {
      const at = text.indexOf('=');
      return { name: text.slice(0, at), value: text.slice(at + 1) };
    }),
  },
});

const forwards =
  (keyword: ForwardKeyword): Setter =>
  (texts, all) => {
    const left = texts.filter((text) => readForward(keyword, text) === null);
    const changes = { forwards: forwardsOf(all) };
    return left.length === 0
      ? { changes }
      : { changes, remark: t('{values} is not supported, and left out', { values: left.join(', ') }) };
  };

const noKeys: ProfileChanges = { keyFile: '', moreKeyFiles: [], tryDefaultKeys: false };

const identityFiles = ([keyFile, ...moreKeyFiles]: readonly string[]): Setting => ({
  changes: keyFile === undefined ? noKeys : { keyFile, moreKeyFiles },
});

/** As in OpenSSH further keys are saved only where the file is the usual one, or it is asked for. */
const knownHosts: Setter = (texts, all) =>
  firstOf((file) => {
    if (file === 'none') return null;
    return { knownHostsFile: file, ...(all.has('updatehostkeys') ? {} : { updateHostKeys: 'no' }) };
  })(texts, all);

/** `PubkeyAuthentication no` goes before it, wherever it stands. */
const identityFile: Setter = (texts, all) =>
  all.get('pubkeyauthentication')?.[0]?.text === 'false'
    ? { changes: {} }
    : identityFiles(texts.filter((file) => file !== 'none'));

const hostKeyChecking: Setter = ([text]) => {
  if (text === 'true') return { changes: { hostKeyChecking: 'yes' } };
  if (text === 'ask' || text === 'accept-new') return { changes: { hostKeyChecking: text } };
  const remark = t('no is taken as accept-new: a key that has changed is refused all the same');
  return { changes: { hostKeyChecking: 'accept-new' }, remark };
};

/** By keyword in lower case: the settings that it sets. A keyword that is not here is not supported. */
export const setters: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['hostname', one((hostName) => ({ hostName }))],
  ['port', one((port) => ({ portNumber: Number(port) }))],
  ['user', one((userName) => ({ userName }))],
  ['addressfamily', one((family) => ({ addressFamily: families[family] ?? 'auto' }))],
  [
    'connecttimeout',
    one((text) => (Number(text) > 0 ? { connectTimeoutSeconds: within('connectTimeoutSeconds', text) } : {})),
  ],
  ['tcpkeepalive', one((value) => ({ tcpKeepalives: value === 'yes' }))],
  ['serveraliveinterval', aliveChecks],
  ['serveralivecountmax', one((text) => ({ aliveCheckCount: within('aliveCheckCount', text) }))],
  ['compression', one((value) => ({ compression: value === 'yes' }))],
  ['rekeylimit', rekeying],
  ['kexalgorithms', order('kexOrder')],
  ['hostkeyalgorithms', order('hostKeyOrder')],
  ['ciphers', order('cipherOrder')],
  ['macs', order('macOrder')],
  ['hostkeyalias', one((logicalHostName) => ({ logicalHostName }))],
  ['stricthostkeychecking', hostKeyChecking],
  ['proxyjump', one((chain) => ({ proxyType: 'jump', jumpHosts: chain.split(',') }))],
  // Its tokens are replaced by now, and what is left is not to be taken for some.
  ['proxycommand', one((command) => ({ proxyType: 'command', proxyCommand: command.replaceAll('%', '%%') }))],
  ['updatehostkeys', one((value) => ({ updateHostKeys: updates[value] ?? 'ask' }))],
  ['userknownhostsfile', knownHosts],
  ['identityfile', identityFile],
  ['certificatefile', firstOf((file) => ({ certificateFile: file === 'none' ? '' : file }))],
  ['identitiesonly', one((value) => ({ identitiesOnly: value === 'yes' }))],
  ['identityagent', one((agentSocket) => ({ agentSocket }))],
  ['forwardagent', one(forwarding)],
  ['pubkeyauthentication', one((value) => (value === 'false' ? { tryAgent: false, ...noKeys } : {}))],
  ['passwordauthentication', one((value) => ({ tryPassword: value === 'yes' }))],
  ['kbdinteractiveauthentication', one((value) => ({ tryKeyboardInteractive: value === 'yes' }))],
  ['localforward', forwards('localforward')],
  ['remoteforward', forwards('remoteforward')],
  ['dynamicforward', forwards('dynamicforward')],
  // Taken into account where the forwards are read.
  ['clearallforwardings', () => ({ changes: {} })],
  ['gatewayports', one((value) => ({ localPortsAcceptAll: value === 'yes' }))],
  ['streamlocalbindunlink', one((value) => ({ replaceSocketFiles: value === 'yes' }))],
  ['forwardx11', one((value) => ({ x11Forward: value === 'yes' }))],
  // As in OpenSSH a command gets no terminal unless one is asked for.
  [
    'remotecommand',
    one((remoteCommand, all) => ({ remoteCommand, ...(all.has('requesttty') ? {} : { noPty: true }) })),
  ],
  ['requesttty', one((asked, all) => ({ noPty: asked === 'false' || (asked === 'auto' && all.has('remotecommand')) }))],
  ['sessiontype', one((type) => (type === 'subsystem' ? null : { noShell: type === 'none' }))],
  ['setenv', environment],
  ['sendenv', (texts) => ({ changes: { sentVariables: texts.join(' ') } })],
]);
