import { type Decoder, decode } from '../encoding.ts';
import { readAttributes, type SentAttributes, type SentName } from './attributes.ts';
import { answerTypes } from './messages.ts';
import { textOfName } from './name-bytes.ts';

/** What a server answers to a request (draft-ietf-secsh-filexfer-02, 7). */
export type Answer =
  | { readonly kind: 'status'; readonly code: number }
  | { readonly kind: 'handle'; readonly handle: Buffer }
  /** So many bytes of a file, put where they were asked to; null where there were more than that. */
  | { readonly kind: 'data'; readonly bytes: number | null }
  | { readonly kind: 'names'; readonly names: readonly SentName[] }
  | { readonly kind: 'attributes'; readonly attributes: SentAttributes }
  | { readonly kind: 'extended'; readonly body: Buffer };

export interface NumberedAnswer {
  readonly id: number;
  readonly answer: Answer;
}

/** Reads a packet without its length; null where it is no answer, or a broken one. */
export const readAnswer = (packet: Buffer): NumberedAnswer | null =>
  decode(packet, (reader) => {
    const type = reader.byte();
    const id = reader.uint32();
    const answer = answerOfType(type, reader, packet);
    return answer === null ? null : { id, answer };
  });

function answerOfType(type: number, reader: Decoder, packet: Buffer): Answer | null {
  switch (type) {
    case answerTypes.status:
      return { kind: 'status', code: reader.uint32() };
    case answerTypes.handle:
      return { kind: 'handle', handle: reader.string() };
    case answerTypes.names:
      return { kind: 'names', names: readNames(reader) };
    case answerTypes.attributes:
      return { kind: 'attributes', attributes: readAttributes(reader) };
    case answerTypes.extended:
      return { kind: 'extended', body: packet.subarray(reader.position()) };
    default:
      return null;
  }
}

function readNames(reader: Decoder): readonly SentName[] {
  const names: SentName[] = [];
  for (let left = reader.uint32(); left > 0; left -= 1) {
    names.push({ name: textOfName(reader.string()), longName: reader.text(), attributes: readAttributes(reader) });
  }
  return names;
}

/** The extensions that a server names in its SSH_FXP_VERSION (4); null where it is none of version 3. */
export const readVersion = (packet: Buffer, version: number): ReadonlyMap<string, string> | null =>
  decode(packet, (reader) => {
    if (reader.byte() !== answerTypes.version || reader.uint32() !== version) return null;
    const extensions = new Map<string, string>();
    while (!reader.isAtEnd()) extensions.set(reader.text(), reader.text());
    return extensions;
  });

/** `limits@openssh.com` (OpenSSH's PROTOCOL, 4.8), bytes; 0 where the server names none. */
export const readLimits = (body: Buffer): { readonly read: number; readonly write: number } | null =>
  decode(body, (reader) => {
    reader.uint64(); // of a packet
    return { read: Number(reader.uint64()), write: Number(reader.uint64()) };
  });
