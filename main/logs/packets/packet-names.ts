import { packetFields } from './packet-fields.ts';

/** What has passed that the numbers of later messages depend on: several mean several things. */
export interface PacketContext {
  /** The method of the latest attempt to log in. */
  readonly method: string;
  /** The key exchanges that the client and the server offered last. */
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** RFC 4250, 4.1.2, and RFC 8308; by PuTTY's names, which are those of its logs. */
const names: Readonly<Record<number, string>> = {
  1: 'DISCONNECT',
  2: 'IGNORE',
  3: 'UNIMPLEMENTED',
  4: 'DEBUG',
  5: 'SERVICE_REQUEST',
  6: 'SERVICE_ACCEPT',
  7: 'EXT_INFO',
  20: 'KEXINIT',
  21: 'NEWKEYS',
  50: 'USERAUTH_REQUEST',
  51: 'USERAUTH_FAILURE',
  52: 'USERAUTH_SUCCESS',
  53: 'USERAUTH_BANNER',
  80: 'GLOBAL_REQUEST',
  81: 'REQUEST_SUCCESS',
  82: 'REQUEST_FAILURE',
  90: 'CHANNEL_OPEN',
  91: 'CHANNEL_OPEN_CONFIRMATION',
  92: 'CHANNEL_OPEN_FAILURE',
  93: 'CHANNEL_WINDOW_ADJUST',
  94: 'CHANNEL_DATA',
  95: 'CHANNEL_EXTENDED_DATA',
  96: 'CHANNEL_EOF',
  97: 'CHANNEL_CLOSE',
  98: 'CHANNEL_REQUEST',
  99: 'CHANNEL_SUCCESS',
  100: 'CHANNEL_FAILURE',
};

/** RFC 4253, 8; RFC 4419; RFC 5656, 7.1, whose messages the newer exchanges have too. */
const exchangeNames = {
  ecdh: { 30: 'KEX_ECDH_INIT', 31: 'KEX_ECDH_REPLY' },
  dh: { 30: 'KEXDH_INIT', 31: 'KEXDH_REPLY' },
  gex: {
    31: 'KEX_DH_GEX_GROUP',
    32: 'KEX_DH_GEX_INIT',
    33: 'KEX_DH_GEX_REPLY',
    34: 'KEX_DH_GEX_REQUEST',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<number, string>>>>;

/** RFC 4252, 7 and 8; RFC 4256, 5. */
const methodNames: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  publickey: { 60: 'USERAUTH_PK_OK' },
  password: { 60: 'USERAUTH_PASSWD_CHANGEREQ' },
  'keyboard-interactive': { 60: 'USERAUTH_INFO_REQUEST', 61: 'USERAUTH_INFO_RESPONSE' },
};

/** The name of a message, such as SSH2_MSG_KEXINIT; `unknown` where it has none. */
export function packetName(type: number, context: PacketContext): string {
  const ofExchange: Readonly<Record<number, string>> = exchangeNames[exchangeOf(context)];
  const name = names[type] ?? ofExchange[type] ?? methodNames[context.method]?.[type];
  return name === undefined ? 'unknown' : `SSH2_MSG_${name}`;
}

/** The client's first choice that the server has too is taken (RFC 4253, 7.1). */
function exchangeOf({ ours, theirs }: PacketContext): keyof typeof exchangeNames {
  const agreed = ours.find((name) => theirs.includes(name)) ?? '';
  if (agreed.startsWith('diffie-hellman-group-exchange-')) return 'gex';
  return agreed.startsWith('diffie-hellman-') ? 'dh' : 'ecdh';
}

export const firstContext: PacketContext = { method: '', ours: [], theirs: [] };

const kexInit = 20;
const authRequest = 50;
/** The message's number and the cookie (RFC 4253, 7.1). */
const kexInitHead = 17;

/** What is known once this packet has passed. */
export function contextAfter(before: PacketContext, isOutgoing: boolean, payload: Uint8Array): PacketContext {
  if (payload[0] === kexInit) {
    const fields = packetFields(payload);
    fields.skip(kexInitHead);
    const offered = (fields.text() ?? '').split(',');
    return isOutgoing ? { ...before, ours: offered } : { ...before, theirs: offered };
  }
  return isOutgoing && payload[0] === authRequest ? { ...before, method: authMethodOf(payload) } : before;
}

/** Of an SSH_MSG_USERAUTH_REQUEST (RFC 4252, 5). */
function authMethodOf(payload: Uint8Array): string {
  const fields = packetFields(payload);
  fields.skip(1);
  fields.string(); // user
  fields.string(); // service
  return fields.text() ?? '';
}
