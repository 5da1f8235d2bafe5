import { english } from '#contract/language/language.ts';

/**
 * What PuTTY saves and Holdfast has no setting for, with PuTTY's defaults: those of Windows and of Unix where they
 * differ. One that was left at its default says nothing, and is not told of.
 */

type Defaults = string | readonly string[];

/** Of the terminal, the window, the keyboard and the log. */
const looksAndLog: Readonly<Record<string, Defaults>> = {
  BlinkText: '0',
  BoldFont: '',
  BoldFontName: '',
  CapsLockCyr: '0',
  ComposeKey: '0',
  DisableArabicShaping: '0',
  DisableBidi: '0',
  FontQuality: '0',
  FontVTMode: '4',
  LoginShell: '1',
  OSXCommandMeta: '0',
  Printer: '',
  ScrollbarOnLeft: '0',
  ShadowBold: '0',
  ShadowBoldOffset: '1',
  StampUtmp: '1',
  SunkenEdge: '0',
  TryPalette: '0',
  UTF8Override: '1',
  WideBoldFont: '',
  WideBoldFontName: '',
  WideFont: '',
  WideFontName: '',
  WindowClass: '',
};

/** Of the connection. */
const connection: Readonly<Record<string, Defaults>> = {
  AuthGSSAPI: '1',
  AuthGSSAPIKEX: '1',
  AuthPlugin: '',
  ChangeUsername: '0',
  ConnectionSharing: '0',
  ConnectionSharingDownstream: '1',
  ConnectionSharingUpstream: '1',
  GSSCustom: '',
  GSSLibs: ['libgssapi,libgssapi_krb5,libgss,custom', 'gssapi32,sspi,custom'],
  GssapiFwd: '0',
  GssapiRekey: '2',
  PreConnectCommand: '',
  ProxyLogToTerm: ['0', '1', '2'],
  SshNoAuth: '0',
  SshNoTrivialAuth: '0',
  TerminalSpeed: '38400,38400',
  UserNameFromEnvironment: '0',
  X11AuthType: '1',
};

/** Bugs of old servers that PuTTY can work around: 0 is auto (1 for those that are never detected). */
const bugs: Readonly<Record<string, Defaults>> = {
  BugChanReq: '0',
  BugDeriveKey2: '0',
  BugDropStart: '1',
  BugFilterKexinit: '1',
  BugHMAC2: '0',
  BugMaxPkt2: '0',
  BugOldGex2: '0',
  BugPKSessID2: '0',
  BugRSAPad2: '0',
  BugRSASHA2CertUserauth: '0',
  BugRekey2: '0',
  BugWinadj: '0',
};

/** Of SSH-1; PuTTY's SshProt 3 is SSH-2 alone, 2 was once to prefer it, and 0 and 1 have SSH-1 first. */
const sshOne: Readonly<Record<string, Defaults>> = {
  AuthTIS: '0',
  BugIgnore1: '0',
  BugPlainPW1: '0',
  BugRSA1: '0',
  SSH2DES: '0',
  SshProt: ['2', '3'],
};

const groups = [
  [looksAndLog, english('Holdfast has no such setting.')],
  [connection, english('Holdfast has no such setting.')],
  [bugs, english('Holdfast does not work around this fault of old servers.')],
  [sshOne, english('It is about SSH-1 and its ciphers, which Holdfast does not speak.')],
] as const;

export interface Homeless {
  readonly defaults: readonly string[];
  /** In English, to be translated where it is told. */
  readonly reason: string;
}

/** By PuTTY's key. */
export const homeless: ReadonlyMap<string, Homeless> = new Map(
  groups.flatMap(([keys, reason]) =>
    Object.entries(keys).map(([key, defaults]) => [key, { defaults: [defaults].flat(), reason }] as const),
  ),
);

/** Of other protocols than SSH, or PuTTY's own mark: they mean nothing to an SSH session. */
export const isOfNoConcern = (key: string): boolean =>
  /^(?:Serial|SUPDUP)/.test(key) ||
  ['Present', 'LocalUserName', 'PassiveTelnet', 'RFCEnviron', 'TelnetKey', 'TelnetRet'].includes(key);
