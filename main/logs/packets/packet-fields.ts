/** Reads the fields of a packet's payload in their order (RFC 4251, 5); null from where it is too short. */
export interface PacketFields {
  readonly skip: (bytes: number) => void;
  readonly byte: () => number | null;
  readonly number: () => number | null;
  readonly text: () => string | null;
  /** The place of a string's bytes in the payload. */
  readonly string: () => Place | null;
  /** From here to the end. */
  readonly rest: () => Place;
}

export interface Place {
  readonly offset: number;
  readonly length: number;
}

export function packetFields(payload: Uint8Array): PacketFields {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  let at = 0;
  const number = () => {
    if (at + 4 > payload.length) return null;
    at += 4;
    return view.getUint32(at - 4);
  };
  const string = () => {
    const length = number();
    if (length === null || at + length > payload.length) return null;
    at += length;
    return { offset: at - length, length };
  };
  return {
    skip: (bytes) => {
      at += bytes;
    },
    byte: () => {
      at += 1;
      return payload[at - 1] ?? null;
    },
    number,
    string,
    rest: () => ({ offset: Math.min(at, payload.length), length: Math.max(0, payload.length - at) }),
    text: () => {
      const place = string();
      return place && Buffer.from(payload.subarray(place.offset, place.offset + place.length)).toString('latin1');
    },
  };
}
