import { english } from '#contract/language/language.ts';
import type { SettingKey } from '#contract/settings/settings-table.ts';

/**
 * What people type for a setting that is called something else: what they see happen, and what other terminals say.
 * Phrases with commas between them, for the search alone; nobody is shown them. A language has phrases of its own.
 */
export const everydayWords: Partial<Readonly<Record<SettingKey, string>>> = english({
  keepaliveSeconds:
    'timeout, time out, freeze, frozen, hang, idle, disconnect, drop, broken pipe, connection reset, reset by peer, keep alive, keep-alive, heartbeat, null packets',
  connectTimeoutSeconds: 'timeout, time out',
  whenLost: 'disconnect, drop, broken pipe, auto reconnect, automatic reconnect',
  whenStalled: 'freeze, frozen, hang',
  addressFamily: 'ipv4, ipv6',
  userName: 'login, user',
  terminalType: 'term, xterm',
  sentVariables: 'locale, lang',
  keyFile: 'key file, private key, ssh key, identity, pem, ppk',
  tryPassword: 'password',
  tryKeyboardInteractive: '2fa, mfa, otp, one-time password',
  forwards: 'tunnel, tunnels, port forward, port forwarding',
  x11Forward: 'x11',
  remoteCommand: 'startup command, run a command',
  logType: 'log, record, transcript',
  implicitCr: 'line ending, newline, crlf',
  keypadMode: 'numpad',
  optionIsMeta: 'alt',
  scrollbackLines: 'scrollback, history, buffer',
  columns: 'window size, width',
  rows: 'window size, height',
  cursorStyle: 'cursor, caret',
  warnOnClose: 'confirm',
  characterSet: 'utf-8, utf8, encoding, charset, codepage, character set, mojibake, garbled text',
  mouseButtons: 'mouse, right click, right-click, middle click',
  autoCopy: 'copy, copy on select, select to copy',
  mousePaste: 'paste',
  colourScheme: 'colour, colours, theme, dark mode, light mode',
  palette: 'foreground, background',
});
