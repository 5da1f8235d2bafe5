import { decode, encodeString, encodeUint32 } from '../encoding.ts';

/** Messages of the agent protocol (draft-ietf-sshm-ssh-agent, 6.1), as far as they are sent or let through here. */
export const agentFailure = 5;
export const agentSuccess = 6;
export const requestIdentities = 11;
const identitiesAnswer = 12;
export const signRequest = 13;
const signResponse = 14;
export const extensionRequest = 27;

/** Which hash an RSA key is to sign with (6.4). */
const signatureFlags: { readonly [_ in string]?: number } = { 'rsa-sha2-256': 2, 'rsa-sha2-512': 4 };

/** A key as an agent lists it; one of any type, also those that are not known here. */
export interface ListedKey {
  readonly blob: Buffer;
  readonly comment: string;
}

export const identitiesRequest: Uint8Array = Buffer.of(requestIdentities);

/** Null where it is no list of keys. */
export const readIdentities = (answer: Uint8Array): readonly ListedKey[] | null =>
  decode(answer, (reader) => {
    if (reader.byte() !== identitiesAnswer) return null;
    const count = reader.uint32();
    const keys: ListedKey[] = [];
    while (keys.length < count) keys.push({ blob: Buffer.from(reader.string()), comment: reader.text() });
    return keys;
  });

export const identitiesAnswerOf = (keys: readonly ListedKey[]): Buffer =>
  Buffer.concat([
    Buffer.of(identitiesAnswer),
    encodeUint32(keys.length),
    ...keys.flatMap(({ blob, comment }) => [encodeString(blob), encodeString(comment)]),
  ]);

export const signatureRequest = (blob: Uint8Array, data: Uint8Array, algorithm: string): Buffer =>
  Buffer.concat([
    Buffer.of(signRequest),
    encodeString(blob),
    encodeString(data),
    encodeUint32(signatureFlags[algorithm] ?? 0),
  ]);

/** Null where the agent did not sign. */
export const readSignature = (answer: Uint8Array): Buffer | null =>
  decode(answer, (reader) => (reader.byte() === signResponse ? Buffer.from(reader.string()) : null));

/** The key that a request to sign is about; null where it is none. */
export const keyToSignWith = (request: Uint8Array): Buffer | null =>
  decode(request, (reader) => (reader.byte() === signRequest ? reader.string() : null));
