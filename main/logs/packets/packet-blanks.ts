import { type PacketFields, type Place, packetFields } from './packet-fields.ts';

/** What is not written of a packet: `blank` shows its length as XX, `omit` leaves it out and says how long it was. */
export interface Blank extends Place {
  readonly how: 'blank' | 'omit';
}

export interface Omissions {
  readonly passwords: boolean;
  readonly data: boolean;
}

const authRequest = 50;
const infoResponse = 61;
const channelData = 94;
const channelExtendedData = 95;
const channelRequest = 98;

/**
 * PuTTY's "Omit known password fields" and "Omit session data": the places in a packet, in their order. `method` is that
 * of the login which is under way. What cannot be read as it should is blanked to its end.
 */
export function blanksOf(
  payload: Uint8Array,
  isOutgoing: boolean,
  method: string,
  { passwords, data }: Omissions,
): readonly Blank[] {
  const type = payload[0] ?? 0;
  const fields = packetFields(payload);
  fields.skip(1);
  if (data && (type === channelData || type === channelExtendedData)) {
    fields.skip(type === channelData ? 4 : 8);
    return stringBlanks(fields, 1, 'omit');
  }
  if (!passwords || !isOutgoing) return [];
  if (type === authRequest) return passwordBlanks(fields);
  if (type === infoResponse && method === 'keyboard-interactive') return stringBlanks(fields, fields.number() ?? 1);
  return type === channelRequest ? cookieBlanks(fields) : [];
}

/** RFC 4252, 8: the password, and the new one where it is to be changed. */
function passwordBlanks(fields: PacketFields): readonly Blank[] {
  fields.string(); // user
  fields.string(); // service
  if (fields.text() !== 'password') return [];
  return stringBlanks(fields, fields.byte() === 0 ? 1 : 2);
}

/** RFC 4254, 6.3.1: what opens the display. */
function cookieBlanks(fields: PacketFields): readonly Blank[] {
  fields.skip(4); // channel
  if (fields.text() !== 'x11-req') return [];
  fields.skip(2); // want reply, single connection
  fields.string(); // protocol
  return stringBlanks(fields, 1);
}

/** So many strings from here on. */
function stringBlanks(fields: PacketFields, count: number, how: Blank['how'] = 'blank'): readonly Blank[] {
  const blanks: Blank[] = [];
  for (let index = 0; index < count; index += 1) {
    const place = fields.string();
    blanks.push({ ...(place ?? fields.rest()), how });
    if (place === null) break;
  }
  return blanks.filter(({ length }) => length > 0);
}
