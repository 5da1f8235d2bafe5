import type { Profile } from '#contract/profile/profile.ts';
import { automaticModes, isTerminalMode, terminalModes, terminalModeValue } from '#contract/settings/terminal-modes.ts';

const inputSpeed = 128;
const outputSpeed = 129;

/** What PuTTY tells every server; nothing reads it, and some old programs wait at 0. */
const baud = 38_400;

/**
 * What the server's terminal is told (RFC 4254, 8). What Backspace sends and whether text is UTF-8 goes by itself, as
 * from PuTTY: so that the server's own line editing takes back what was typed, and whole characters of it. The
 * profile's own modes go before; one without a value is left to the server.
 */
export function encodeTerminalModes({
  terminalModes: own,
  backspaceKey,
  characterSet,
}: Pick<Profile, 'terminalModes' | 'backspaceKey' | 'characterSet'>): Buffer {
  const automatic: Readonly<Record<(typeof automaticModes)[number], number>> = {
    ERASE: backspaceKey === 'delete' ? 0x7f : 0x08,
    IUTF8: characterSet === 'utf-8' ? 1 : 0,
  };
  const modes = new Map<number, number | null>([
    ...automaticModes.map((name) => [terminalModes[name], automatic[name]] as const),
    [inputSpeed, baud],
    [outputSpeed, baud],
  ]);
  for (const { name, value } of own) {
    if (isTerminalMode(name)) modes.set(terminalModes[name], terminalModeValue(name, value));
  }
  return Buffer.concat(
    [...modes].flatMap(([mode, value]) => (value === null ? [] : [encoded(mode, value)])).concat(end),
  );
}

const end = Buffer.of(0);

function encoded(mode: number, value: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(mode);
  bytes.writeUInt32BE(value, 1);
  return bytes;
}
